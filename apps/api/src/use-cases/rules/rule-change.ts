import type { RuleChangeRecord } from '../../model/records.ts';
import { type RuleEdit, ruleEdit } from './rule-edit.ts';

/** A change of the rules whose edit was read. */
export type RuleChange = Omit<RuleChangeRecord, 'edit'> & { readonly edit: RuleEdit };

export function readRuleChange(record: RuleChangeRecord): RuleChange {
  return { ...record, edit: ruleEdit.parse(record.edit) };
}
