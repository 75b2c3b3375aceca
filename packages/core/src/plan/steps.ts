import type { Json } from '@rolecall/policy';
import type { OperationDraft } from './operation.ts';

/**
 * The order of what happens to one resource: first what narrows, then what widens, so that a run
 * that is cut off anywhere leaves less access than either before or after allowed, never more; and
 * so that quotas have room. A swap of policies is thus a moment without either.
 */
export const steps = [
  'make',
  'bound',
  'guard',
  'take',
  'alter',
  'give',
  'unguard',
  'unbound',
  'unmake',
] as const;
export type Step = (typeof steps)[number];

type Stepped = Pick<OperationDraft, 'facet' | 'before' | 'after'>;

/** Sorted by step; within one, as they come. */
export function inOrder<T extends Stepped>(drafts: readonly T[]): readonly T[] {
  return drafts.toSorted((a, b) => steps.indexOf(stepOf(a)) - steps.indexOf(stepOf(b)));
}

/** Whether an operation takes access away, whatever became of those before it. */
export function isNarrowing(operation: Stepped): boolean {
  return ['bound', 'guard', 'take'].includes(stepOf(operation));
}

export function stepOf({ facet, before, after }: Stepped): Step {
  const [kind = ''] = facet.split('/', 1);
  switch (kind) {
    case '':
      return after === null ? 'unmake' : 'make';
    case 'permissionsBoundary':
      return after === null ? 'unbound' : 'bound';
    case 'inlinePolicies':
      if (after === null) return onlyDenies(before) ? 'unguard' : 'take';
      return onlyDenies(after) ? 'guard' : 'give';
    case 'managedPolicies':
    case 'groups':
    case 'members':
    case 'instanceProfiles':
    case 'role':
    case 'clientIds':
    case 'tags':
      return after === null ? 'take' : 'give';
    default:
      return 'alter';
  }
}

function onlyDenies(document: Json): boolean {
  if (document === null || typeof document !== 'object' || !('Statement' in document)) return false;
  const { Statement } = document;
  const statements = Array.isArray(Statement) ? Statement : [Statement];
  return statements.every((statement: Json) => isDeny(statement));
}

function isDeny(statement: Json): boolean {
  return (
    statement !== null &&
    typeof statement === 'object' &&
    'Effect' in statement &&
    statement.Effect === 'Deny'
  );
}
