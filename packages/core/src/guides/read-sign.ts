import { isEmergencyPrincipal, membersOf } from '../checks/emergency-principal.ts';
import { indexPower } from '../checks/principal-power.ts';
import { type Regional, readRegions, unreadRegions } from '../checks/regional.ts';
import { trustedPrincipals } from '../checks/trusted-principals.ts';
import type { Part, UnknownReason } from '../model/part.ts';
import type { CheckSettings } from '../model/settings.ts';
import type { PartName, Role, Snapshot } from '../model/snapshot.ts';
import type { Sign } from './guide.ts';

/** What a snapshot shows of a sign: ARNs, or names of what has none. */
export interface SeenSign {
  readonly seen: readonly string[];
  /** Why there may be more; while there is any, nothing seen does not mean nothing there. */
  readonly unread: readonly UnknownReason[];
}

interface SignContext {
  readonly snapshot: Snapshot;
  readonly settings: CheckSettings;
}

/** The parts that show each sign. */
const partsOf: { readonly [S in Sign['sign']]: readonly PartName[] } = {
  role: ['roles'],
  'linked-role': ['roles'],
  user: ['users'],
  policy: ['policies'],
  'oidc-provider': ['oidcProviders'],
  'administrator-user': ['users', 'groups', 'policies'],
  'emergency-user': ['users', 'groups'],
  'app-runner-service': ['appRunnerServices'],
  'replication-set': ['replicationSets'],
  'proton-stack': ['protonStacks'],
};

export function partsForSign({ sign }: Sign): readonly PartName[] {
  return partsOf[sign];
}

export function readSign(sign: Sign, context: SignContext): SeenSign {
  const { parts } = context.snapshot;
  const unread = partsForSign(sign).flatMap((name) => {
    const part = parts[name];
    return part.status === 'unknown' ? [part.reason] : [];
  });
  if (unread.length > 0) return { seen: [], unread };
  const whole = (seen: readonly string[]) => ({ seen: seen.toSorted(), unread: [] });
  switch (sign.sign) {
    case 'role':
      return whole(
        known(parts.roles)
          .filter((role) => isSuch(role, sign))
          .map(({ arn }) => arn),
      );
    case 'linked-role':
      return whole(
        known(parts.roles)
          .filter(({ path }) => path === `/aws-service-role/${sign.service}/`)
          .map(({ arn }) => arn),
      );
    case 'user':
      return whole(namesakes(parts.users, sign.named));
    case 'policy':
      return whole(namesakes(parts.policies, sign.named));
    case 'oidc-provider':
      return whole(
        known(parts.oidcProviders)
          .filter(({ url, clientIds }) => url === sign.url && clientIds.includes(sign.audience))
          .map(({ arn }) => arn),
      );
    case 'administrator-user':
      return whole(administrators(context));
    case 'emergency-user':
      return whole(emergencyUsers(sign.named, context));
    case 'app-runner-service':
      return regional(parts.appRunnerServices, ({ arn, status }) =>
        status === 'DELETED' ? [] : [arn],
      );
    case 'replication-set':
      return whole(known(parts.replicationSets).map(({ arn }) => arn));
    case 'proton-stack':
      return regional(parts.protonStacks, ({ name, roleArn }, region) => [
        `${region}: ${name}${roleArn === undefined ? '' : `, with ${roleArn}`}`,
      ]);
    default:
      return sign satisfies never;
  }
}

function isSuch(role: Role, sign: Extract<Sign, { sign: 'role' }>): boolean {
  const { trusts, policy, named } = sign;
  if (role.path.startsWith('/aws-service-role/')) return false;
  return (
    (named === undefined || sameName(role.name, named)) &&
    (trusts === undefined || trustsPrincipal(role, trusts)) &&
    (policy === undefined ||
      role.attachedPolicies.some(({ arn }) => arn.endsWith(`:policy/${policy}`)))
  );
}

function trustsPrincipal({ trust }: Role, principal: string): boolean {
  return trustedPrincipals(trust).some(
    ({ kind, value }) =>
      (kind === 'service' && value === principal) ||
      (kind === 'federated' && (value === principal || value.endsWith(`/${principal}`))),
  );
}

/** Policies of AWS are not the account's. */
function namesakes(
  part: Part<readonly { readonly name: string; readonly arn: string }[]>,
  named: string,
): readonly string[] {
  return known(part)
    .filter(({ name, arn }) => sameName(name, named) && !arn.includes(':iam::aws:'))
    .map(({ arn }) => arn);
}

/** Names in IAM differ in more than case. */
function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function administrators({ snapshot, settings }: SignContext): readonly string[] {
  const { users, groups, policies } = snapshot.parts;
  const index = indexPower({ policies: known(policies), groups: known(groups) }, snapshot.caller);
  return known(users)
    .filter((user) => !isEmergencyPrincipal(user, settings))
    .filter((user) => ['full', 'conditional'].includes(index.ofUser(user).power))
    .map(({ arn }) => arn);
}

function emergencyUsers(named: string, { snapshot, settings }: SignContext): readonly string[] {
  const users = known(snapshot.parts.users);
  const members = known(snapshot.parts.groups)
    .filter((group) => isEmergencyPrincipal(group, settings))
    .flatMap((group) => membersOf(group, users));
  return users
    .filter(
      (user) =>
        sameName(user.name, named) ||
        isEmergencyPrincipal(user, settings) ||
        members.includes(user),
    )
    .map(({ arn }) => arn);
}

function regional<T>(
  part: Part<Regional<readonly T[]>>,
  show: (value: T, region: string) => readonly string[],
): SeenSign {
  const regions = part.status === 'known' ? part.value : {};
  return {
    seen: readRegions(regions).flatMap(({ region, value }) =>
      value.flatMap((each) => show(each, region)),
    ),
    unread: unreadRegions(regions).map(({ region, reason }) => ({
      ...reason,
      message: `${region}: ${reason.message}`,
    })),
  };
}

/** Signs are read only after their parts were found to be known. */
function known<T>(part: Part<readonly T[]>): readonly T[] {
  return part.status === 'known' ? part.value : [];
}
