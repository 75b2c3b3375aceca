import type { LintDocument, LintStatement } from '../../lint-document.ts';
import type { LintRule, RuleFinding } from '../../lint-rule.ts';
import { eachStatement, found, foundAll } from './each-statement.ts';
import { groupBy } from './group-by.ts';
import { hasStrictSids } from './policy-form.ts';

/** Effect and Sid: their values, and whether statement IDs differ. */
export const effectAndSidRules: readonly LintRule[] = [
  eachStatement(sidFindings),
  checkUniqueSids,
  eachStatement(effectFindings),
];

function effectFindings({ elements }: LintStatement): readonly RuleFinding[] {
  const effect = elements.get('Effect');
  if (effect?.node.kind !== 'string') return [];
  const { value } = effect.node;
  if (value === 'Allow' || value === 'Deny') return [];
  return [found('INVALID_EFFECT', `Effect is "Allow" or "Deny", not "${value}".`, effect.place)];
}

function sidFindings({ sid }: LintStatement, document: LintDocument): readonly RuleFinding[] {
  if (sid === undefined) return [];
  if (sid.value === '')
    return [found('EMPTY_SID_VALUE', 'Sid is empty; give it a value or remove it.', sid.place)];
  if (!hasStrictSids(document) || /^[a-zA-Z0-9]+$/.test(sid.value)) return [];
  return [
    found('UNSUPPORTED_SID', 'A Sid holds only the letters a-z, A-Z and digits here.', sid.place),
  ];
}

function checkUniqueSids(document: LintDocument): readonly RuleFinding[] {
  const sids = document.statements.flatMap(({ sid }) => (sid?.value ? [sid] : []));
  const isStrict = hasStrictSids(document);
  return groupBy(sids, ({ value }) => value)
    .filter((group) => group.length > 1)
    .map((group) =>
      foundAll(
        isStrict ? 'UNIQUE_SIDS_REQUIRED' : 'UNIQUE_SIDS_RECOMMENDED',
        `${group.length} statements have the same Sid.`,
        group,
      ),
    );
}
