import {
  GetOpenIDConnectProviderCommand,
  type IAMClient,
  ListOpenIDConnectProvidersCommand,
} from '@aws-sdk/client-iam';
import type { OidcProvider } from '@rolecall/core';
import { ask, nothingOn, required } from '../ask.ts';
import { mapLimit } from './map-limit.ts';
import type { Reader } from './reader.ts';
import { readTags } from './tags.ts';

const list = 'iam:ListOpenIDConnectProviders';
const get = 'iam:GetOpenIDConnectProvider';

export async function readOidcProviders(reader: Reader): Promise<readonly OidcProvider[]> {
  const { clients, signal } = reader;
  const command = new ListOpenIDConnectProvidersCommand({});
  const answer = await ask(list, () => clients.iam.send(command, { abortSignal: signal }));
  const entries = required(answer.OpenIDConnectProviderList, list, 'OpenIDConnectProviderList');
  const arns = entries.map((entry) => required(entry.Arn, list, 'Arn'));
  const providers = await mapLimit(arns, (arn) => readProvider(arn, clients.iam, signal));
  return providers.flatMap((provider) => provider ?? []);
}

/** `undefined` where it was deleted since it was listed. */
export async function readProvider(
  arn: string,
  iam: IAMClient,
  signal?: AbortSignal,
): Promise<OidcProvider | undefined> {
  const command = new GetOpenIDConnectProviderCommand({ OpenIDConnectProviderArn: arn });
  const answer = await ask(get, () =>
    iam.send(command, signal ? { abortSignal: signal } : {}),
  ).catch(nothingOn('NoSuchEntity'));
  return (
    answer && {
      arn,
      // IAM leaves the scheme out, emulators give it back as it was sent.
      url: required(answer.Url, get, `Url of ${arn}`).replace(/^https:\/\//, ''),
      clientIds: answer.ClientIDList ?? [],
      thumbprints: answer.ThumbprintList ?? [],
      tags: readTags(answer.Tags),
    }
  );
}
