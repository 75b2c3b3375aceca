import { canonicalJson, iamArn, type PolicyDocument } from '@rolecall/policy';
import { ownerTag, resourceTag, scopePath } from './ownership.ts';
import type { Tags } from './snapshot.ts';

/** Whose lease it is: applies of one scope in one account take turns. */
export interface LeasePlace {
  readonly partition: string;
  readonly account: string;
  readonly scope: string;
}

/** What a lease says of itself, in tags. Instants are ISO 8601 in UTC. */
export interface LeaseHolder {
  /** Random: tells one run from another. */
  readonly token: string;
  /** ARN of the caller. */
  readonly caller: string;
  /** E.g. `command line`, `workflow run 7 of octo-org/iam`. */
  readonly door: string;
  readonly since: string;
  readonly expiresAt: string;
}

const tagOf = {
  token: 'rolecall:lease-token',
  caller: 'rolecall:lease-caller',
  door: 'rolecall:lease-door',
  since: 'rolecall:lease-since',
  expiresAt: 'rolecall:lease-expires-at',
} as const satisfies { readonly [M in keyof LeaseHolder]: string };

export function leaseName(scope: string): string {
  return `rolecall-lease-${scope}`;
}

export function leaseArn({ partition, account, scope }: LeasePlace): string {
  return iamArn({
    partition,
    account,
    type: 'policy',
    path: scopePath(scope),
    name: leaseName(scope),
  });
}

/**
 * What everybody may do anyway, so that it changes nothing wherever somebody might attach it: a
 * policy has to say something.
 */
export const leaseDocument: PolicyDocument = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'sts:GetCallerIdentity', Resource: '*' }],
};

export const leaseDescription = 'A run of Rolecall is applying. Removed at its end.';

export function leaseTags(scope: string, holder: LeaseHolder): Tags {
  return { [ownerTag]: scope, [resourceTag]: 'lease', ...renewalTags(holder) };
}

export function renewalTags(holder: LeaseHolder): Tags {
  const text = (value: string) => value.replace(/[^\p{L}\p{Z}\p{N}_.:/=+\-@]/gu, '_').slice(0, 256);
  return {
    [tagOf.token]: text(holder.token),
    [tagOf.caller]: text(holder.caller),
    [tagOf.door]: text(holder.door),
    [tagOf.since]: holder.since,
    [tagOf.expiresAt]: holder.expiresAt,
  };
}

/** `undefined` where something else has the name. */
export function readLeaseTags(tags: Tags): LeaseHolder | undefined {
  const value = (member: keyof LeaseHolder) => tags[tagOf[member]];
  const [token, caller, door] = [value('token'), value('caller'), value('door')];
  const [since, expiresAt] = [value('since'), value('expiresAt')];
  if (!token || !caller || !door || !since || !expiresAt) return undefined;
  return Number.isNaN(Date.parse(expiresAt))
    ? undefined
    : { token, caller, door, since, expiresAt };
}

export interface MaybeLease {
  readonly name: string;
  readonly path: string;
  readonly attachmentCount: number;
  readonly boundaryCount: number;
  readonly document: PolicyDocument;
}

/**
 * Whether a policy is nothing but our marker. Such a one is left out of snapshots, so that it must be
 * one that gives nobody anything: the name alone could hide what should be seen.
 */
export function isLeaseMarker(policy: MaybeLease): boolean {
  const scope = /^\/rolecall\/([^/]+)\/$/.exec(policy.path)?.[1];
  return (
    scope !== undefined &&
    policy.name === leaseName(scope) &&
    policy.attachmentCount === 0 &&
    policy.boundaryCount === 0 &&
    canonicalJson(policy.document) === canonicalJson(leaseDocument)
  );
}
