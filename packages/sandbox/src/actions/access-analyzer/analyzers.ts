import { now, recordBirth } from '../../account/account.ts';
import type { Analyzer, AnalyzerType } from '../../account/analyzers.ts';
import { organizationRole } from '../../account/organization.ts';
import { isTooNewToRead } from '../../account/propagation.ts';
import { addServiceLinkedRole } from '../../account/service-linked.ts';
import { type Call, requireAllowed } from '../../authorization.ts';
import { refuse } from '../../aws-error.ts';
import type { Handlers } from '../../service.ts';
import type * as api from '../../wire/access-analyzer-api.gen.ts';
import { regionalArn } from '../authorize-service.ts';
import { tokenPage } from '../page.ts';
import { newTags } from './new-tags.ts';

const service = 'access-analyzer.amazonaws.com';

export const analyzerActions = {
  ListAnalyzers: (call, { type, nextToken, maxResults }) => {
    const analyzers = analyzersHere(call).filter((one) => type === undefined || one.type === type);
    const { items, next } = tokenPage(call, { token: nextToken, size: maxResults }, analyzers);
    return { analyzers: items.map(showAnalyzer), nextToken: next };
  },
  GetAnalyzer: (call, { analyzerName }) => {
    const analyzer = analyzersHere(call).find(({ name }) => name === analyzerName);
    if (analyzer === undefined || isTooNewToRead(call.account, analyzer.arn)) {
      return refuse('ResourceNotFoundException', `Analyzer with name ${analyzerName} not found.`);
    }
    return { analyzer: showAnalyzer(analyzer) };
  },
  CreateAnalyzer: (
    call,
    { analyzerName: name, type, configuration, archiveRules = [], tags = {} },
  ) => {
    const { account, region } = call;
    checkNew(call, name, type);
    ensureLinkedRole(call);
    const arn = regionalArn(call, 'access-analyzer', `analyzer/${name}`);
    const isUnused = type.endsWith('_UNUSED_ACCESS');
    account.analyzers.set(arn, {
      arn,
      name,
      type,
      region,
      status: 'ACTIVE',
      createdAt: now(account),
      unusedAccessAge: isUnused ? (configuration?.unusedAccess?.unusedAccessAge ?? 90) : undefined,
      tags: newTags(tags),
      archiveRules: new Map(
        archiveRules.map(({ ruleName, filter }) => [
          ruleName,
          { filter, createdAt: now(account), updatedAt: now(account) },
        ]),
      ),
      findings: [],
    });
    recordBirth(account, arn);
    return { arn };
  },
  DeleteAnalyzer: (call, { analyzerName }) => {
    call.account.analyzers.delete(findAnalyzer(call, analyzerName).arn);
    return {};
  },
} satisfies Handlers<api.AccessAnalyzerInputs, api.AccessAnalyzerOutputs>;

export function findAnalyzer(call: Call, name: string): Analyzer {
  return (
    analyzersHere(call).find((one) => one.name === name) ??
    refuse('ResourceNotFoundException', `Analyzer with name ${name} not found.`)
  );
}

export function analyzersHere({ account, region }: Call): readonly Analyzer[] {
  return [...account.analyzers.values()].filter((one) => one.region === region);
}

/** Source: IAM User Guide, "IAM Access Analyzer quotas". */
function checkNew(call: Call, name: string, type: AnalyzerType): void {
  const here = analyzersHere(call);
  if (here.some((one) => one.name === name)) {
    refuse('ConflictException', `Analyzer with name ${name} already exists.`);
  }
  if (!type.startsWith('ORGANIZATION')) {
    if (!here.some((one) => one.type === type)) return;
    refuse('ServiceQuotaExceededException', `You have reached the limit of analyzers of ${type}.`);
  }
  const { account } = call;
  const isDelegate = account.organization?.delegates.get(account.id)?.has(service) ?? false;
  if (organizationRole(account) === 'management' || isDelegate) return;
  refuse('ValidationError', 'You must create an analyzer of the organization from its accounts.');
}

/** AWS makes the role with the first analyzer, with the rights of whoever makes that. */
function ensureLinkedRole(call: Call): void {
  const { account } = call;
  if (account.roles.has('awsserviceroleforaccessanalyzer')) return;
  requireAllowed(call, {
    action: 'iam:CreateServiceLinkedRole',
    resource: `arn:${account.partition}:iam::${account.id}:role/aws-service-role/${service}/*`,
    context: { 'iam:AWSServiceName': [service] },
  });
  addServiceLinkedRole(account, { service, createdAt: now(account) });
}

function showAnalyzer(analyzer: Analyzer): api.AnalyzerSummary {
  const { arn, name, type, status, createdAt, unusedAccessAge, tags } = analyzer;
  return {
    arn,
    name,
    type,
    status,
    createdAt,
    tags,
    ...(unusedAccessAge !== undefined && { configuration: { unusedAccess: { unusedAccessAge } } }),
  };
}
