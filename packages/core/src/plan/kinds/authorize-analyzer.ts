import type { AuthorizedRequest } from '../authorized-request.ts';
import { isCallOf } from '../calls.ts';
import type { Operation } from '../operation.ts';
import type { Change } from '../plan.ts';

/** What AWS authorises a write to an analyzer on. */
export function authorizeAnalyzer(
  operation: Operation,
  { arn }: Pick<Change, 'arn'>,
): readonly AuthorizedRequest[] {
  if (!isCallOf('access-analyzer', operation)) return [];
  const { action, input } = operation;
  const tags = 'tags' in input ? input.tags : {};
  const told = Object.entries(tags).filter(([key]) => key !== 'rolecall:resource');
  const keys = 'tagKeys' in input ? input.tagKeys : Object.keys(tags);
  const context = {
    ...Object.fromEntries(told.map(([key, value]) => [`aws:RequestTag/${key}`, [value]])),
    ...(keys.length > 0 ? { 'aws:TagKeys': keys } : {}),
  };
  const isRule = 'ruleName' in input;
  const resource = isRule ? `${arn}/archive-rule/${input.ruleName}` : arn;
  return [{ action, resource, context }];
}
