import type { ApprovalRule, EligibilityRule } from '../../model/records.ts';
import type { Reading, Writing } from './repository.ts';

/** Rules in their order, and the revision that a change of them has to name; 0 before the first. */
export interface RuleList<Rule> {
  readonly revision: number;
  readonly rules: readonly Rule[];
}

export interface RuleListReader<Rule> {
  get(): Promise<RuleList<Rule>>;
}

export interface RuleListWriter<Rule> extends RuleListReader<Rule> {
  /** All of them at once: half a change of rules that go by order would be another rule. */
  replaceIf(expectedRevision: number, rules: readonly Rule[]): Promise<RuleList<Rule> | 'stale'>;
}

/** What a list is called, and what rules it holds. */
interface RulesByName {
  readonly approval: ApprovalRule;
  readonly eligibility: EligibilityRule;
}

export function readRuleList<Name extends keyof RulesByName>(
  db: Reading,
  name: Name,
): RuleListReader<RulesByName[Name]> {
  return {
    async get() {
      const row = await db
        .selectFrom('rule_lists')
        .select(['revision', 'rules'])
        .where('name', '=', name)
        .$castTo<RuleList<RulesByName[Name]>>()
        .executeTakeFirst();
      return row ?? { revision: 0, rules: [] };
    },
  };
}

export function writeRuleList<Name extends keyof RulesByName>(
  trx: Writing,
  name: Name,
): RuleListWriter<RulesByName[Name]> {
  return {
    ...readRuleList(trx, name),
    async replaceIf(expectedRevision, rules) {
      const row = { rules: JSON.stringify(rules), revision: expectedRevision + 1 };
      const written =
        expectedRevision === 0
          ? await trx
              .insertInto('rule_lists')
              .values({ ...row, name })
              .onConflict((conflict) => conflict.doNothing())
              .returning('revision')
              .executeTakeFirst()
          : await trx
              .updateTable('rule_lists')
              .set(row)
              .where('name', '=', name)
              .where('revision', '=', expectedRevision)
              .returning('revision')
              .executeTakeFirst();
      return written === undefined ? 'stale' : { revision: written.revision, rules };
    },
  };
}
