import {
  type AccountPort,
  type Caller,
  checks,
  type DoctorPart,
  type Part,
  type PartName,
  partPermissions,
  partsForChecks,
  type UnknownReason,
} from '@rolecall/core';
import { findGaps, type Gap } from './find-gaps.ts';

/** Reads everything once, but for what costs a call for each user and only opt-in checks need. */
export async function tryParts(
  port: Pick<AccountPort, 'collect'>,
  { account, partition }: Caller,
): Promise<readonly DoctorPart[]> {
  const all = Object.keys(partPermissions).filter(isPart);
  const usual = partsForChecks(checks.filter(({ optIn }) => optIn !== true));
  const optional = partsForChecks(checks.filter(({ optIn }) => optIn === true));
  const skipped = optional.filter((part) => !usual.includes(part));
  const tried = all.filter((part) => !skipped.includes(part));
  const { parts } = await port.collect({ parts: tried, planning: planningIn(partition) });
  const { organization } = parts;
  const isMember =
    organization.status === 'known' &&
    organization.value !== null &&
    organization.value.managementAccountId !== account;
  return all.map((name) => {
    const part = parts[name];
    const permissions = partPermissions[name];
    if (!tried.includes(name)) return { name, state: 'not-tried', permissions };
    if (isMember && ofManagement.has(name) && isDenied(part))
      return { name, state: 'elsewhere', permissions };
    if (part.status === 'unknown') {
      return { name, state: 'unreadable', permissions, reason: part.reason };
    }
    const reason = reasonOf(findGaps(part.value));
    return reason === undefined
      ? { name, state: 'readable', permissions }
      : { name, state: 'unreadable', permissions, reason };
  });
}

/** Organizations denies these to members, whatever their policies allow. */
const ofManagement: ReadonlySet<PartName> = new Set([
  'organizationAccounts',
  'organizationPolicies',
  'delegatedAdministrators',
]);

function isDenied(part: Part<unknown>): boolean {
  return part.status === 'unknown' && part.reason.code === 'ACCESS_DENIED';
}

/** Of the first gap, with the names of all that are alike: mostly regions. */
function reasonOf(gaps: readonly Gap[]): UnknownReason | undefined {
  const [first] = gaps;
  if (first === undefined) return undefined;
  const { reason } = first;
  const alike = gaps.filter((gap) => gap.reason.message === reason.message);
  const names = [...new Set(alike.map(({ name }) => name))].toSorted().join(', ');
  const more = gaps.length - alike.length;
  return {
    ...reason,
    message: `In part (${names}): ${reason.message}${more > 0 ? ` And ${more} more.` : ''}`,
  };
}

/** Names one policy that is always there, so that its permissions are put to the test. */
function planningIn(partition: string) {
  return {
    pathPrefix: '/rolecall/',
    policyNames: [],
    userNames: [],
    signInUserNames: ['nobody'],
    instanceProfileNames: [],
    managedPolicyArns: [`arn:${partition}:iam::aws:policy/ReadOnlyAccess`],
    heldPolicyArns: [],
  };
}

function isPart(name: string): name is PartName {
  return Object.hasOwn(partPermissions, name);
}
