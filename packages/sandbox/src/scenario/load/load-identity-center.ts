import { awsManagedArn } from '../../account/arn.ts';
import { hexadecimal } from '../../account/identifiers.ts';
import {
  type Assignment,
  type DirectoryGroup,
  type DirectoryUser,
  groupId,
  type PermissionSet,
  permissionSetArn,
  userId,
} from '../../account/identity-center.ts';
import type { Loading } from '../loading.ts';
import type { Scenario } from '../scenario.ts';

type Given = NonNullable<Scenario['identityCenter']>;

/** The instance with its directory; ids depend on names only. */
export function loadIdentityCenter(loading: Loading): void {
  const { account, scenario, ago, region } = loading;
  const { identityCenter: given } = scenario;
  if (given === undefined) return;
  const owner = given.ownerAccount ?? account.organization?.managementAccount ?? 'self';
  const ownerAccount = owner === 'self' ? account.id : owner;
  const instanceId = `ssoins-${hexadecimal(`${ownerAccount}/instance`, 16)}`;
  const users = Object.entries(given.users).map(([name, user]) => makeUser(name, user, loading));
  const groups = Object.entries(given.groups).map(([name, group]) =>
    makeGroup(name, group, loading),
  );
  const sets = Object.entries(given.permissionSets).map(([name, set]) =>
    makePermissionSet(name, set, { loading, instanceId }),
  );
  account.identityCenter = {
    arn: `arn:${account.partition}:sso:::instance/${instanceId}`,
    identityStoreId: `d-${hexadecimal(`${ownerAccount}/store`, 10)}`,
    region: region(given.region),
    ownerAccount,
    name: given.name,
    status: given.status,
    createdAt: ago(given.createdDaysAgo),
    keyType: given.keyType,
    users: new Map(users.map((user) => [user.id, user])),
    groups: new Map(groups.map((group) => [group.id, group])),
    permissionSets: new Map(sets.map((set) => [set.arn, set])),
    assignments: given.assignments.map((assignment) =>
      makeAssignment(assignment, { loading, instanceId }),
    ),
  };
}

function makeUser(name: string, user: Given['users'][string], { ago }: Loading): DirectoryUser {
  return {
    id: userId(name),
    userName: name,
    displayName: user.displayName ?? name,
    givenName: user.givenName,
    familyName: user.familyName,
    external: user.external,
    email: user.email,
    status: user.status,
    createdAt: ago(user.createdDaysAgo),
  };
}

function makeGroup(name: string, group: Given['groups'][string], { ago }: Loading): DirectoryGroup {
  return {
    id: groupId(name),
    displayName: name,
    external: group.external,
    description: group.description,
    createdAt: ago(group.createdDaysAgo),
    members: [...group.members, ...group.goneMembers].map(userId),
  };
}

interface Place {
  readonly loading: Loading;
  readonly instanceId: string;
}

function makePermissionSet(
  name: string,
  given: Given['permissionSets'][string],
  place: Place,
): PermissionSet {
  const { account, ago, tags, text } = place.loading;
  const published = (policy: string) => awsManagedArn(account.partition, policy.slice(4));
  const { boundary } = given;
  return {
    arn: permissionSetArn(name, { partition: account.partition, instanceId: place.instanceId }),
    name,
    description: given.description,
    createdAt: ago(given.createdDaysAgo),
    sessionDuration: given.session,
    relayState: given.relayState,
    managed: given.managed.map(published),
    customer: given.customer,
    inline: given.inline && text(given.inline),
    boundary: typeof boundary === 'string' ? published(boundary) : boundary,
    tags: tags(given.tags),
    outdated: given.outdated.map((one) => (one === 'self' ? account.id : one)),
  };
}

function makeAssignment(given: Given['assignments'][number], place: Place): Assignment {
  const { user, group = '', account } = given;
  return {
    account: account === 'self' ? place.loading.account.id : account,
    permissionSetArn: permissionSetArn(given.permissionSet, {
      partition: place.loading.account.partition,
      instanceId: place.instanceId,
    }),
    principalType: user === undefined ? 'GROUP' : 'USER',
    principalId: user === undefined ? groupId(group) : userId(user),
  };
}
