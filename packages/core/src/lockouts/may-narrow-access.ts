import type { Change } from '../plan/plan.ts';

/** Facets that have nothing to do with access. */
const harmless: ReadonlySet<string> = new Set(['path', 'settings', 'tags']);

/** Whether a change might take access from somebody; most plans only add, or touch descriptions. */
export function mayNarrowAccess({ kind, type, operations }: Change): boolean {
  if (kind === 'create') return false;
  if (!['group', 'policy', 'role', 'user'].includes(type)) return false;
  return operations.some(({ facet, step }) => {
    if (step === 'own' || step === 'make' || step === 'unguard' || step === 'unbound') return false;
    const [first = ''] = facet.split('/', 1);
    return !harmless.has(first);
  });
}
