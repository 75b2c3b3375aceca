import type { ResourceType } from '../model/resource.ts';
import type { Operation } from '../plan/operation.ts';
import type { Change } from '../plan/plan.ts';

/** Facets that have nothing to do with access. */
const harmless: ReadonlySet<string> = new Set(['path', 'settings', 'tags']);

/** Types of which ways to administrator are made. */
export const deciding = [
  'group',
  'oidc-provider',
  'policy',
  'role',
  'saml-provider',
  'user',
] as const satisfies readonly ResourceType[];

/** Whether a change might take access from somebody; most plans only add, or touch descriptions. */
export function mayNarrowAccess(change: Change): boolean {
  if (change.kind === 'create') return false;
  if (!deciding.some((type) => type === change.type)) return false;
  return change.operations.some(
    (operation) => mayTake(operation) || (operation.step === 'give' && !isHarmless(operation)),
  );
}

/** What is left of a change where nothing that only gives comes off. */
export function takingOf(change: Change): Change {
  const operations = change.kind === 'create' ? [] : change.operations.filter(mayTake);
  return { ...change, operations };
}

/** Whether it might take from somebody by what it is; what a policy newly attached denies, cannot be told. */
export function mayTake(operation: Operation): boolean {
  const { step, before } = operation;
  if (isHarmless(operation) || (step === 'give' && before === null)) return false;
  return !['own', 'make', 'unguard', 'unbound', 'provision'].includes(step);
}

/** Whether it might give something to somebody. */
export function mayGive(operation: Operation): boolean {
  return !isHarmless(operation) && !['bound', 'guard', 'take', 'unmake'].includes(operation.step);
}

function isHarmless({ facet }: Operation): boolean {
  const [first = ''] = facet.split('/', 1);
  return harmless.has(first);
}
