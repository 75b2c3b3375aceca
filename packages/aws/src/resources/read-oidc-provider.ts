import type { LiveOf } from '@rolecall/core';
import { readProvider } from '../collect/oidc-providers.ts';
import type { IamReader } from './iam-reader.ts';

export async function readOidcProvider(
  { iam }: IamReader,
  arn: string,
): Promise<LiveOf<'oidc-provider'> | undefined> {
  const provider = await readProvider(arn, iam);
  return provider && { type: 'oidc-provider', name: provider.url, ...provider };
}
