import type { LintDocument } from '../../lint-document.ts';
import type { RuleFinding } from '../../lint-rule.ts';
import { entityQuotas, type PolicyEntity } from '../../policy-entity.ts';
import { found } from '../structure/each-statement.ts';
import { documentText } from '../structure/policy-size.ts';

/** Whether a policy fits the kind of entity it is written for. */
export function checkEntitySize(
  document: LintDocument,
  entity: PolicyEntity,
): readonly RuleFinding[] {
  const { standard, most, countsSpace } = entityQuotas[entity];
  const text = documentText(document);
  const size = countsSpace ? text.length : text.replace(/\s+/g, '').length;
  if (size <= standard) return [];
  if (size <= most)
    return [
      found(
        'POLICY_SIZE_NEEDS_QUOTA_INCREASE',
        `The policy has ${size} characters; above ${standard} the quota has to be raised.`,
        document.place,
      ),
    ];
  return [
    found(
      'POLICY_SIZE_EXCEEDS_ENTITY_QUOTA',
      `The policy has ${size} characters; ${most} is the most here.`,
      document.place,
    ),
  ];
}
