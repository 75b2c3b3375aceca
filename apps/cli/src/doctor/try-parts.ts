import {
  type AccountPort,
  type Caller,
  checks,
  type DoctorPart,
  type PartName,
  partPermissions,
  partsForChecks,
} from '@rolecall/core';

/** Reads everything once, but for what costs a call for each user and only opt-in checks need. */
export async function tryParts(
  port: Pick<AccountPort, 'collect'>,
  { partition }: Caller,
): Promise<readonly DoctorPart[]> {
  const all = Object.keys(partPermissions).filter(isPart);
  const usual = partsForChecks(checks.filter(({ optIn }) => optIn !== true));
  const optional = partsForChecks(checks.filter(({ optIn }) => optIn === true));
  const skipped = optional.filter((part) => !usual.includes(part));
  const tried = all.filter((part) => !skipped.includes(part));
  const { parts } = await port.collect({ parts: tried, planning: planningIn(partition) });
  return all.map((name) => {
    const part = parts[name];
    const permissions = partPermissions[name];
    if (!tried.includes(name)) return { name, state: 'not-tried', permissions };
    return part.status === 'known'
      ? { name, state: 'readable', permissions }
      : { name, state: 'unreadable', permissions, reason: part.reason };
  });
}

/** Names one policy that is always there, so that its permissions are put to the test. */
function planningIn(partition: string) {
  return {
    pathPrefix: '/rolecall/',
    policyNames: [],
    userNames: [],
    instanceProfileNames: [],
    managedPolicyArns: [`arn:${partition}:iam::aws:policy/ReadOnlyAccess`],
    heldPolicyArns: [],
  };
}

function isPart(name: string): name is PartName {
  return Object.hasOwn(partPermissions, name);
}
