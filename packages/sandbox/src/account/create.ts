import { checkManagedPolicy } from '../documents/grammar.ts';
import { storeTrust } from '../documents/trust.ts';
import { type Account, newId, now, recordBirth } from './account.ts';
import type { Group, InstanceProfile, ManagedPolicy, Role, Tag, User } from './entities.ts';
import {
  checkBoundary,
  checkPolicySize,
  checkTrustSize,
  refuseFull,
  refuseTaken,
} from './limits.ts';
import { refuseReservedPath } from './protected.ts';
import { newTags } from './tags.ts';

interface NewEntity {
  readonly name: string;
  readonly path?: string | undefined;
  readonly tags?: readonly Tag[] | undefined;
}

/** Creating entities, with everything AWS may say no to; nothing is changed when it does. */
export function createUser(
  account: Account,
  entity: NewEntity & { readonly boundary?: string | undefined },
): User {
  refuseTaken(account.users, entity.name, `User with name ${entity.name} already exists.`);
  const named = startEntity(account, 'AIDA', entity);
  checkBoundary(account, entity.boundary);
  refuseFull(account.users, account.quotas.UsersQuota, 'UsersPerAccount');
  const user: User = {
    kind: 'user',
    ...named(),
    ...noPolicies(),
    boundary: entity.boundary,
    groups: [],
    keys: [],
    mfa: [],
    certificates: [],
    sshKeys: [],
    serviceCredentials: [],
  };
  account.users.set(entity.name.toLowerCase(), user);
  return user;
}

export function createGroup(account: Account, entity: NewEntity): Group {
  refuseTaken(account.groups, entity.name, `Group with name ${entity.name} already exists.`);
  const named = startEntity(account, 'AGPA', entity);
  refuseFull(account.groups, account.quotas.GroupsQuota, 'GroupsPerAccount');
  const group: Group = { kind: 'group', ...named(), ...noPolicies() };
  account.groups.set(entity.name.toLowerCase(), group);
  return group;
}

export function createRole(
  account: Account,
  entity: NewEntity & {
    readonly trust: string;
    readonly description?: string | undefined;
    readonly maxSession?: number | undefined;
    readonly boundary?: string | undefined;
  },
): Role {
  refuseReservedPath(entity.path ?? '/');
  refuseTaken(account.roles, entity.name, `Role with name ${entity.name} already exists.`);
  const named = startEntity(account, 'AROA', entity);
  const trust = storeTrust(account, entity.trust);
  checkTrustSize(account, entity.trust);
  checkBoundary(account, entity.boundary);
  refuseFull(account.roles, account.quotas.RolesQuota, 'RolesPerAccount');
  const role: Role = {
    kind: 'role',
    ...named(),
    ...noPolicies(),
    trust,
    description: entity.description,
    maxSession: entity.maxSession ?? 3600,
    boundary: entity.boundary,
  };
  account.roles.set(entity.name.toLowerCase(), role);
  return role;
}

export function createPolicy(
  account: Account,
  entity: NewEntity & { readonly document: string; readonly description?: string | undefined },
): ManagedPolicy {
  const taken = `A policy called ${entity.name} already exists. Duplicate names are not allowed.`;
  refuseTaken(account.policies, entity.name, taken);
  const named = startEntity(account, 'ANPA', entity);
  checkManagedPolicy(entity.document, account);
  checkPolicySize(account, entity.document);
  refuseFull(account.policies, account.quotas.PoliciesQuota, 'PoliciesPerAccount');
  const start = named();
  const policy: ManagedPolicy = {
    kind: 'policy',
    ...start,
    description: entity.description,
    updatedAt: start.createdAt,
    versions: [{ id: 'v1', document: entity.document, createdAt: start.createdAt }],
    defaultVersion: 'v1',
    lastVersion: 1,
  };
  account.policies.set(entity.name.toLowerCase(), policy);
  return policy;
}

export function createInstanceProfile(account: Account, entity: NewEntity): InstanceProfile {
  const { instanceProfiles } = account;
  refuseTaken(instanceProfiles, entity.name, `Instance Profile ${entity.name} already exists.`);
  const named = startEntity(account, 'AIPA', entity);
  refuseFull(instanceProfiles, account.quotas.InstanceProfilesQuota, 'InstanceProfilesPerAccount');
  const profile: InstanceProfile = { kind: 'instance-profile', ...named() };
  instanceProfiles.set(entity.name.toLowerCase(), profile);
  return profile;
}

/** Checks now and gives the id only when called, since ids depend on how many were given. */
function startEntity(
  account: Account,
  prefix: 'AIDA' | 'AGPA' | 'AROA' | 'ANPA' | 'AIPA',
  { name, path = '/', tags }: NewEntity,
) {
  const checked = newTags(tags);
  return () => {
    const id = newId(account, prefix, name);
    recordBirth(account, id);
    return { name, path, id, createdAt: now(account), tags: checked };
  };
}

function noPolicies(): { inline: Map<string, string>; attached: readonly string[] } {
  return { inline: new Map(), attached: [] };
}
