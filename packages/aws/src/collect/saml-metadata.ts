import { GetSAMLProviderCommand, type IAMClient } from '@aws-sdk/client-iam';
import type { PartValue } from '@rolecall/core';
import { ask, nothingOn, required } from '../ask.ts';
import { mapLimit } from './map-limit.ts';
import type { Reader } from './reader.ts';
import { readTags } from './tags.ts';

const action = 'iam:GetSAMLProvider';

type Metadata = PartValue<'samlMetadata'>;

/** A call for each provider. */
export async function readSamlMetadata(reader: Reader): Promise<Metadata> {
  const { clients, signal } = reader;
  const providers = await reader.samlProviders();
  const found = await mapLimit(providers, async ({ arn }) => {
    const provider = await readMetadataOf(clients.iam, arn, signal);
    return provider === undefined ? [] : [[arn, provider] as const];
  });
  return Object.fromEntries(found.flat());
}

/** `undefined` where there is no such provider. */
export async function readMetadataOf(
  iam: IAMClient,
  arn: string,
  abortSignal?: AbortSignal,
): Promise<Metadata[string] | undefined> {
  const command = new GetSAMLProviderCommand({ SAMLProviderArn: arn });
  const options = abortSignal === undefined ? {} : { abortSignal };
  const answer = await ask(action, () => iam.send(command, options)).catch(
    nothingOn('NoSuchEntity'),
  );
  if (answer === undefined) return undefined;
  const metadata = required(answer.SAMLMetadataDocument, action, 'SAMLMetadataDocument');
  return { metadata, tags: readTags(answer.Tags) };
}
