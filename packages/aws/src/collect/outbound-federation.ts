import { GetOutboundWebIdentityFederationInfoCommand } from '@aws-sdk/client-iam';
import type { PartValue } from '@rolecall/core';
import { ask, nothingOn, required } from '../ask.ts';
import type { Reader } from './reader.ts';

const action = 'iam:GetOutboundWebIdentityFederationInfo';

/** Where the feature is off AWS answers with an error that says so. */
export async function readOutboundFederation({
  clients,
  signal,
}: Reader): Promise<PartValue<'outboundFederation'>> {
  const command = new GetOutboundWebIdentityFederationInfoCommand({});
  const answer = await ask(action, () => clients.iam.send(command, { abortSignal: signal })).catch(
    nothingOn('FeatureDisabled'),
  );
  if (answer === undefined) return { enabled: false };
  return {
    enabled: required(answer.JwtVendingEnabled, action, 'JwtVendingEnabled'),
    issuer: answer.IssuerIdentifier,
  };
}
