import { GetPolicyCommand, type ManagedPolicyDetail } from '@aws-sdk/client-iam';
import type { PartValue, PlanningScope } from '@rolecall/core';
import { parseIamArn } from '@rolecall/policy';
import { ask, nothingOn, required } from '../ask.ts';
import { mapLimit } from './map-limit.ts';
import { isLease } from './policies.ts';
import type { Reader } from './reader.ts';
import { readTags } from './tags.ts';

const action = 'iam:GetPolicy';

type PolicySettings = PartValue<'policySettings'>;

/** Settings of the customer-managed policies that a plan is about: a call for each. */
export async function readPolicySettings(reader: Reader): Promise<PolicySettings> {
  const { planning } = reader.request;
  if (planning === undefined) return {};
  const details = await reader.authorizationDetails();
  const arns = details
    .list('Policies')
    .filter((detail) => !isLease(detail))
    .flatMap((detail) => plannedArn(detail, planning) ?? []);
  const settings = await mapLimit(arns, (arn) => readSettings(arn, reader));
  return Object.fromEntries(settings.flatMap((entry) => (entry ? [entry] : [])));
}

function plannedArn({ Arn }: ManagedPolicyDetail, planning: PlanningScope): string | undefined {
  const arn = required(Arn, 'iam:GetAccountAuthorizationDetails', 'the Arn of a policy');
  const policy = parseIamArn(arn);
  if (policy === undefined || policy.account === 'aws') return undefined;
  const name = policy.name.toLowerCase();
  const isPlanned =
    policy.path.startsWith(planning.pathPrefix) ||
    planning.policyNames.some((planned) => planned.toLowerCase() === name);
  return isPlanned ? arn : undefined;
}

/** `undefined` where it was deleted since the policies were read. */
async function readSettings(
  arn: string,
  { clients, signal }: Reader,
): Promise<[string, PolicySettings[string]] | undefined> {
  const command = new GetPolicyCommand({ PolicyArn: arn });
  const answer = await ask(action, () => clients.iam.send(command, { abortSignal: signal })).catch(
    nothingOn('NoSuchEntity'),
  );
  if (answer === undefined) return undefined;
  const policy = required(answer.Policy, action, 'Policy');
  return [arn, { description: policy.Description, tags: readTags(policy.Tags) }];
}
