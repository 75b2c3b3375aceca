import { now } from '../../account/account.ts';
import { refuse } from '../../aws-error.ts';
import type { Handlers } from '../../service.ts';
import type * as api from '../../wire/access-analyzer-api.gen.ts';
import { tokenPage } from '../page.ts';
import { findAnalyzer } from './analyzers.ts';

/** Source: IAM User Guide, "IAM Access Analyzer quotas". */
const mostRules = 100;

export const archiveRuleActions = {
  ListArchiveRules: (call, { analyzerName, nextToken, maxResults }) => {
    const rules = [...findAnalyzer(call, analyzerName).archiveRules];
    const { items, next } = tokenPage(call, { token: nextToken, size: maxResults }, rules);
    return {
      archiveRules: items.map(([ruleName, rule]) => ({ ruleName, ...rule })),
      nextToken: next,
    };
  },
  CreateArchiveRule: (call, { analyzerName, ruleName, filter }) => {
    const { archiveRules } = findAnalyzer(call, analyzerName);
    if (archiveRules.has(ruleName)) {
      refuse('ConflictException', `Archive rule ${ruleName} already exists.`);
    }
    if (archiveRules.size >= mostRules) {
      refuse('ServiceQuotaExceededException', 'You have reached the limit of archive rules.');
    }
    const at = now(call.account);
    archiveRules.set(ruleName, { filter, createdAt: at, updatedAt: at });
    return {};
  },
  UpdateArchiveRule: (call, { analyzerName, ruleName, filter }) => {
    const { archiveRules } = findAnalyzer(call, analyzerName);
    const rule = archiveRules.get(ruleName) ?? missing(ruleName);
    archiveRules.set(ruleName, { ...rule, filter, updatedAt: now(call.account) });
    return {};
  },
  DeleteArchiveRule: (call, { analyzerName, ruleName }) => {
    const { archiveRules } = findAnalyzer(call, analyzerName);
    if (!archiveRules.delete(ruleName)) missing(ruleName);
    return {};
  },
} satisfies Handlers<api.AccessAnalyzerInputs, api.AccessAnalyzerOutputs>;

function missing(ruleName: string): never {
  return refuse('ResourceNotFoundException', `Archive rule ${ruleName} not found.`);
}
