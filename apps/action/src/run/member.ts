import type { AwsClients } from '@rolecall/aws';
import type { ManifestAccount } from '@rolecall/core';

/** One of several accounts of a manifest, and the way to it. */
export interface Member {
  readonly account: ManifestAccount;
  readonly base: Base;
}

/** The credentials of the run, with which roles are taken on; or why there are none. */
export type Base =
  | { readonly kind: 'open'; readonly clients: AwsClients }
  | { readonly kind: 'offline'; readonly why: string };
