import type { LiveOf } from '@rolecall/core';
import { readMetadataOf } from '../collect/saml-metadata.ts';
import type { IamReader } from './iam-reader.ts';

export async function readSamlProvider(
  { iam }: IamReader,
  arn: string,
): Promise<LiveOf<'saml-provider'> | undefined> {
  const found = await readMetadataOf(iam, arn);
  const name = arn.slice(arn.lastIndexOf('/') + 1);
  return found && { type: 'saml-provider', name, arn, ...found };
}
