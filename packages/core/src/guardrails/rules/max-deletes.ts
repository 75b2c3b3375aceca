import type { Change } from '../../plan/plan.ts';
import type { GuardrailRefusal } from '../refusal.ts';
import type { GuardrailRules } from '../schema.ts';

/** A replacement is a delete too: what trusted the old one is lost. */
export function judgeMaxDeletes(
  { maxDeletes }: GuardrailRules,
  changes: readonly Pick<Change, 'kind' | 'resource'>[],
): readonly GuardrailRefusal[] {
  const gone = changes.filter(({ kind }) => kind === 'delete' || kind === 'replace');
  if (maxDeletes === undefined || gone.length <= maxDeletes) return [];
  const names = gone.map(({ resource }) => resource).join(', ');
  return [
    {
      rule: 'max-deletes',
      resource: undefined,
      address: undefined,
      position: undefined,
      message: `${gone.length} resources would be deleted or replaced, ${maxDeletes} are allowed: ${names}.`,
      hint: 'Do it in several steps, or raise maxDeletes in the guardrails first.',
    },
  ];
}
