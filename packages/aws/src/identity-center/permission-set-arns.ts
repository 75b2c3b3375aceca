import { DescribePermissionSetCommand, ListPermissionSetsCommand } from '@aws-sdk/client-sso-admin';
import { required } from '../ask.ts';
import type { AwsClients } from '../clients.ts';
import { mapLimit } from '../collect/map-limit.ts';
import { readList } from '../collect/read-list.ts';
import { identityCenterClient } from '../collect/service-clients.ts';
import { askCenter, missing, noneIfMissing } from './ask-center.ts';
import type { Instance } from './instance.ts';

type At = Pick<Instance, 'arn' | 'region'>;

const known = new WeakMap<AwsClients, Map<string, string>>();

function arnsOf(clients: AwsClients): Map<string, string> {
  const arns = known.get(clients) ?? new Map<string, string>();
  known.set(clients, arns);
  return arns;
}

/** AWS finds permission sets by ARN only, so those that were seen are kept by name. */
export function rememberPermissionSet(clients: AwsClients, name: string, arn: string): void {
  arnsOf(clients).set(name.toLowerCase(), arn);
}

export function forgetPermissionSet(clients: AwsClients, name: string): void {
  arnsOf(clients).delete(name.toLowerCase());
}

/** A call per permission set of the instance, where it was not seen before. */
export async function findPermissionSetArn(
  clients: AwsClients,
  at: At,
  name: string,
): Promise<string | undefined> {
  const kept = arnsOf(clients).get(name.toLowerCase());
  if (kept !== undefined) return kept;
  const arns = await listPermissionSetArns(clients, at);
  await mapLimit(arns, async (arn) => {
    const described = await describePermissionSet(clients, at, arn).catch(noneIfMissing);
    if (described?.Name !== undefined) rememberPermissionSet(clients, described.Name, arn);
  });
  return arnsOf(clients).get(name.toLowerCase());
}

/** @throws RolecallError `ENTITY_MISSING` */
export async function permissionSetArn(
  clients: AwsClients,
  at: At,
  { name, action }: { readonly name: string; readonly action: string },
): Promise<string> {
  const arn = await findPermissionSetArn(clients, at, name);
  if (arn === undefined) throw missing(`permission-set/${name.toLowerCase()}`, { action });
  return arn;
}

export function listPermissionSetArns(
  clients: AwsClients,
  { arn: InstanceArn, region }: At,
): Promise<readonly string[]> {
  return readList({
    action: 'sso:ListPermissionSets',
    send: (NextToken) =>
      identityCenterClient(clients, region).send(
        new ListPermissionSetsCommand({ InstanceArn, MaxResults: 100, NextToken }),
      ),
    list: (page) => page.PermissionSets,
  });
}

export async function describePermissionSet(
  clients: AwsClients,
  { arn: InstanceArn, region }: At,
  PermissionSetArn: string,
) {
  const action = 'sso:DescribePermissionSet';
  const answer = await askCenter(action, PermissionSetArn, () =>
    identityCenterClient(clients, region).send(
      new DescribePermissionSetCommand({ InstanceArn, PermissionSetArn }),
    ),
  );
  return required(answer.PermissionSet, action, 'PermissionSet');
}
