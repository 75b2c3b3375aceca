import type { IdentityCenter, PermissionSet } from '../../account/identity-center.ts';
import type { Call } from '../../authorization.ts';
import { refuse } from '../../aws-error.ts';

/** The instance where the call was made; it lives in one Region. */
export function instanceHere({ account, region }: Call): IdentityCenter | undefined {
  return account.identityCenter?.region === region ? account.identityCenter : undefined;
}

/** The instance that the ARN names, for its owner and delegates. */
export function findInstance(call: Call, arn: string): IdentityCenter {
  return ownedInstance(call, (instance) => instance.arn === arn, `Instance ${arn}`);
}

/** The instance that has the identity store. */
export function findStore(call: Call, storeId: string): IdentityCenter {
  return ownedInstance(
    call,
    ({ identityStoreId }) => identityStoreId === storeId,
    `IdentityStore ${storeId}`,
  );
}

export function findPermissionSet(
  call: Call,
  { InstanceArn, PermissionSetArn }: { InstanceArn: string; PermissionSetArn: string },
): PermissionSet {
  const found = findInstance(call, InstanceArn).permissionSets.get(PermissionSetArn);
  return found ?? refuse('ResourceNotFoundException', `${PermissionSetArn} does not exist.`);
}

/** What can carry tags here: permission sets. */
export function findTagged(call: Call, arn: string): PermissionSet {
  const center = instanceHere(call);
  if (center !== undefined) {
    const set = findInstance(call, center.arn).permissionSets.get(arn);
    if (set !== undefined) return set;
  }
  return refuse('ResourceNotFoundException', `${arn} does not exist.`);
}

function ownedInstance(
  call: Call,
  isMeant: (instance: IdentityCenter) => boolean,
  what: string,
): IdentityCenter {
  const instance = instanceHere(call);
  if (instance === undefined || !isMeant(instance)) {
    return refuse('ResourceNotFoundException', `${what} does not exist.`);
  }
  const { id, organization } = call.account;
  const isDelegate = organization?.delegates.get(id)?.has('sso.amazonaws.com') ?? false;
  if (instance.ownerAccount !== id && !isDelegate) {
    refuse('AccessDenied', 'You do not have sufficient access to perform this action.');
  }
  return instance;
}
