import type { RequestContext } from './access-request.ts';
import { evaluateDocument } from './decide-documents.ts';
import type { MatchOptions } from './match-options.ts';

/** Whether a condition block holds for a request with this context. */
export function blockHolds(
  block: object,
  context: RequestContext,
  { version = '2012-10-17', ...options }: MatchOptions & { readonly version?: string } = {},
): boolean {
  const statement = { Effect: 'Allow', Action: '*', Resource: '*', Condition: block };
  const request = { action: 's3:GetObject', resource: '*', context };
  const document = { Version: version, Statement: statement };
  return evaluateDocument(document, request, options).decision === 'allowed';
}

/** Of version 2012-10-17; what a statement leaves out is Allow, every action, every resource. */
export function policyOf(...statements: readonly object[]): object {
  return {
    Version: '2012-10-17',
    Statement: statements.map((statement) => ({
      Effect: 'Allow',
      ...('NotAction' in statement ? {} : { Action: '*' }),
      ...('NotResource' in statement ? {} : { Resource: '*' }),
      ...statement,
    })),
  };
}
