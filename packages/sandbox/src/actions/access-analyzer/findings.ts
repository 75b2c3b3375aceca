import type { AnalyzerFinding } from '../../account/analyzers.ts';
import { refuse } from '../../aws-error.ts';
import type { Handlers } from '../../service.ts';
import type * as api from '../../wire/access-analyzer-api.gen.ts';
import { tokenPage } from '../page.ts';
import { analyzersHere } from './analyzers.ts';

export const findingActions = {
  ListFindingsV2: (call, { analyzerArn, filter = {}, nextToken, maxResults }) => {
    const analyzer =
      analyzersHere(call).find(({ arn }) => arn === analyzerArn) ??
      refuse('ResourceNotFoundException', `Analyzer ${analyzerArn} not found.`);
    const findings = analyzer.findings.filter((finding) => passes(finding, filter));
    const { items, next } = tokenPage(call, { token: nextToken, size: maxResults }, findings);
    return {
      findings: items.map((finding) => showFinding(finding, call.account.id)),
      nextToken: next,
    };
  },
} satisfies Handlers<api.AccessAnalyzerInputs, api.AccessAnalyzerOutputs>;

/** Every property that is asked for, and every operator of it, has to hold. */
function passes(
  finding: AnalyzerFinding,
  filter: Readonly<Record<string, api.Criterion>>,
): boolean {
  return Object.entries(filter).every(([property, { eq, neq, contains, exists }]) => {
    const value = propertyOf(finding, property);
    return (
      (eq?.includes(value ?? '') ?? true) &&
      !neq?.includes(value ?? '') &&
      (contains?.some((part) => value?.includes(part)) ?? true) &&
      (exists === undefined || exists === (value !== undefined))
    );
  });
}

function propertyOf(finding: AnalyzerFinding, property: string): string | undefined {
  switch (property) {
    case 'id':
    case 'resource':
    case 'resourceType':
    case 'status':
      return finding[property];
    case 'findingType':
      return finding.type;
    default:
      return undefined;
  }
}

function showFinding(finding: AnalyzerFinding, account: string): api.FindingSummaryV2 {
  const { id, type, resource, resourceType, status, createdAt } = finding;
  return {
    id,
    findingType: type,
    resource,
    resourceType,
    resourceOwnerAccount: account,
    status,
    createdAt,
    analyzedAt: createdAt,
    updatedAt: createdAt,
  };
}
