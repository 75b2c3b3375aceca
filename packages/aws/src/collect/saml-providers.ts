import { ListSAMLProvidersCommand } from '@aws-sdk/client-iam';
import type { PartValue } from '@rolecall/core';
import { ask, required } from '../ask.ts';
import type { ReadContext } from './read-context.ts';

const action = 'iam:ListSAMLProviders';

export async function listSamlProviders({
  clients,
  signal,
}: ReadContext): Promise<PartValue<'samlProviders'>> {
  const command = new ListSAMLProvidersCommand({});
  const answer = await ask(action, () => clients.iam.send(command, { abortSignal: signal }));
  return required(answer.SAMLProviderList, action, 'SAMLProviderList').map((provider) => ({
    arn: required(provider.Arn, action, 'Arn'),
    createdAt: provider.CreateDate?.toISOString(),
    validUntil: provider.ValidUntil?.toISOString(),
  }));
}
