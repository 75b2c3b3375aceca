import { ListOrganizationsFeaturesCommand } from '@aws-sdk/client-iam';
import type { PartValue } from '@rolecall/core';
import { ask, nothingOn, required } from '../ask.ts';
import type { Reader } from './reader.ts';

const action = 'iam:ListOrganizationsFeatures';

/** Only the management account and IAM's delegated administrator are told. */
export async function readOrganizationsFeatures({
  clients,
  signal,
}: Reader): Promise<PartValue<'organizationsFeatures'>> {
  const command = new ListOrganizationsFeaturesCommand({});
  const answer = await ask(action, () => clients.iam.send(command, { abortSignal: signal })).catch(
    nothingOn(
      'AccountNotManagementOrDelegatedAdministrator',
      'OrganizationNotFound',
      'OrganizationNotInAllFeaturesMode',
      'ServiceAccessNotEnabled',
    ),
  );
  if (answer === undefined) return null;
  required(answer.OrganizationId ?? answer.EnabledFeatures, action, 'EnabledFeatures');
  return answer.EnabledFeatures ?? [];
}
