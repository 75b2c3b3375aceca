import { DescribeOrganizationCommand } from '@aws-sdk/client-organizations';
import type { PartValue } from '@rolecall/core';
import { ask, nothingOn, required } from '../ask.ts';
import type { Reader } from './reader.ts';

const action = 'organizations:DescribeOrganization';

export async function readOrganization({
  clients,
  signal,
}: Reader): Promise<PartValue<'organization'>> {
  const command = new DescribeOrganizationCommand({});
  const answer = await ask(action, () =>
    clients.organizations.send(command, { abortSignal: signal }),
  ).catch(nothingOn('AWSOrganizationsNotInUse'));
  if (answer === undefined) return null;
  const organization = required(answer.Organization, action, 'Organization');
  return {
    id: required(organization.Id, action, 'Id'),
    managementAccountId: required(organization.MasterAccountId, action, 'MasterAccountId'),
    featureSet: required(organization.FeatureSet, action, 'FeatureSet'),
  };
}
