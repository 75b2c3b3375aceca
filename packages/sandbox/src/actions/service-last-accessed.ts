import { type Account, now } from '../account/account.ts';
import { arnOf } from '../account/arn.ts';
import type { Group, Role, User } from '../account/entities.ts';
import { checkKnown } from '../account/find.ts';
import { identityPolicies } from '../account/held-policies.ts';
import { uuid } from '../account/identifiers.ts';
import type { ServiceUse } from '../account/workloads.ts';
import { refuse } from '../aws-error.ts';
import { isObject, listOf, parseObject, textsOf } from '../documents/json.ts';
import type { ServiceLastAccessed } from '../wire/iam-api.gen.ts';
import type { IamHandlers } from './iam-handlers.ts';
import { pageOf } from './page.ts';

export const serviceLastAccessedActions = {
  GenerateServiceLastAccessedDetails: ({ account }, { Arn }) => {
    if (findHolder(account, Arn) === undefined) checkPolicy(account, Arn);
    const startedAt = now(account);
    const JobId = uuid(`use/${Arn}/${account.passing.calls}`);
    account.passing.useJobs.set(JobId, { arn: Arn, startedAt, reads: 0 });
    return { JobId };
  },
  /** Done at once, unless new entities are unreadable for some reads: so long it is under way. */
  GetServiceLastAccessedDetails: (call, { JobId, ...page }) => {
    const { account } = call;
    const job =
      account.passing.useJobs.get(JobId) ??
      refuse('NoSuchEntity', `Job with id ${JobId} not found.`);
    const { startedAt } = job;
    const common = { JobType: 'SERVICE_LEVEL', JobCreationDate: startedAt } as const;
    if (job.reads < (account.faults.propagationReads ?? 0)) {
      job.reads += 1;
      return {
        ...common,
        JobStatus: 'IN_PROGRESS',
        JobCompletionDate: startedAt,
        ServicesLastAccessed: [],
      };
    }
    const { items, rest } = pageOf(call, page, usesOf(account, job.arn));
    return {
      ...common,
      JobStatus: 'COMPLETED',
      JobCompletionDate: startedAt,
      ServicesLastAccessed: items.map((use) => showUse(use, job.arn)),
      ...rest,
    };
  },
} satisfies IamHandlers;

function findHolder(account: Account, arn: string): User | Group | Role | undefined {
  const holders = [account.users, account.groups, account.roles].flatMap(
    (map): (User | Group | Role)[] => [...map.values()],
  );
  return holders.find((one) => arnOf(account, one) === arn);
}

function checkPolicy(account: Account, arn: string): void {
  if (!arn.includes(':policy/')) refuse('NoSuchEntity', `ARN ${arn} cannot be found.`);
  checkKnown(account, arn);
}

/** The services that the scenario says were used, and those that the policies name. */
function usesOf(account: Account, arn: string): readonly ServiceUse[] {
  const holder = findHolder(account, arn);
  if (holder === undefined) return [];
  const given = account.lastAccessed.get(`${holder.kind}/${holder.name.toLowerCase()}`) ?? [];
  const used = new Set(given.map(({ namespace }) => namespace));
  const named = namespacesOf(account, holder).filter((one) => !used.has(one));
  return [...given, ...named.map((namespace) => ({ namespace }))].toSorted((a, b) =>
    a.namespace < b.namespace ? -1 : 1,
  );
}

/** Of `*` AWS would list them all. */
function namespacesOf(account: Account, holder: User | Group | Role): readonly string[] {
  const actions = identityPolicies(account, holder).flatMap(({ text }) =>
    listOf(parseObject(text())?.['Statement'])
      .filter(isObject)
      .filter(({ Effect }) => Effect === 'Allow')
      .flatMap(({ Action }) => textsOf(Action) ?? []),
  );
  const services = actions.map((action) => action.split(':')[0]?.toLowerCase() ?? '');
  return [...new Set(services)].filter((service) => /^[a-z0-9-]+$/.test(service));
}

function showUse({ namespace, at }: ServiceUse, arn: string): ServiceLastAccessed {
  return {
    ServiceNamespace: namespace,
    ServiceName: names[namespace] ?? namespace,
    LastAuthenticated: at,
    LastAuthenticatedEntity: at === undefined ? undefined : arn,
    TotalAuthenticatedEntities: at === undefined ? 0 : 1,
  };
}

/** Others go by their namespace. */
const names: Readonly<Record<string, string>> = {
  cloudformation: 'AWS CloudFormation',
  dynamodb: 'Amazon DynamoDB',
  ec2: 'Amazon EC2',
  iam: 'AWS Identity and Access Management',
  kms: 'AWS Key Management Service',
  lambda: 'AWS Lambda',
  logs: 'Amazon CloudWatch Logs',
  s3: 'Amazon S3',
  sqs: 'Amazon SQS',
  sts: 'AWS Security Token Service',
};
