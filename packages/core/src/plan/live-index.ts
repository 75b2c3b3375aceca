import type { PolicyDocument } from '@rolecall/policy';
import type { Prune } from '../manifest/manifest.ts';
import { isErrorCode, RolecallError } from '../model/errors.ts';
import type { Unknown } from '../model/part.ts';
import {
  isSpecifiedType,
  type LiveOf,
  type LiveResource,
  type ResourceType,
  resourceKey,
  type SpecifiedType,
  specifiedTypes,
} from '../model/resource.ts';
import type { PartName, PartValue, Snapshot, SnapshotParts } from '../model/snapshot.ts';
import { specOf } from './kinds/kinds.ts';

/** The account's resources as the planner compares them. */
export interface LiveIndex {
  find(resource: { readonly type: ResourceType; readonly name: string }): LiveResource | undefined;
  all<T extends ResourceType>(type: T): readonly LiveOf<T>[];
  /** Default version of a managed policy, AWS's included; `undefined` where it is not known. */
  document(arn: string): PolicyDocument | undefined;
  /** What it was made from. */
  readonly parts: SnapshotParts;
  /** When it was taken, ISO 8601. */
  readonly takenAt: string;
}

/** Parts without which nothing can be planned, for each type of resource that is declared. */
const partsOfType: { readonly [T in Exclude<ResourceType, SpecifiedType>]: readonly PartName[] } = {
  'account-alias': ['accountAliases'],
  'password-policy': ['passwordPolicy'],
  'oidc-provider': ['oidcProviders'],
  'service-linked-role': [],
  policy: ['policySettings'],
  group: [],
  user: [],
  role: ['roleSettings'],
  'instance-profile': ['instanceProfiles'],
};

/** Always read: names, trusted principals and attachments are looked up whatever is declared. */
const alwaysNeeded: readonly PartName[] = ['users', 'groups', 'roles', 'policies'];

/** The parts that a plan for these types of resources needs; with prune, those of all types. */
export function partsForPlanning(types: ReadonlySet<ResourceType>): readonly PartName[] {
  const needed = [...types].flatMap((type) =>
    isSpecifiedType(type) ? specOf(type).parts : partsOfType[type],
  );
  return [...new Set([...alwaysNeeded, ...needed])];
}

/** Kinds that prune may take away where these are declared. */
export function prunedTypes(
  declared: ReadonlySet<ResourceType>,
  { iamOnly }: Pick<Prune, 'iamOnly'> = {},
): readonly ResourceType[] {
  const specified = specifiedTypes.filter((type) => {
    if (iamOnly) return false;
    const { removal } = specOf(type);
    if (removal?.isOurs === undefined) return false;
    if (removal.beside === undefined) return true;
    return removal.beside.some((one) => declared.has(one));
  });
  return ['policy', 'role', 'instance-profile', ...specified];
}

/** Fails (`ACCESS_DENIED` and the like) where a part that the plan needs could not be read. */
export function requireParts(snapshot: Snapshot, names: readonly PartName[]): void {
  const missing = names.flatMap((name) => {
    const part = snapshot.parts[name];
    return part.status === 'unknown' ? [{ name, part }] : [];
  });
  if (missing.length > 0) throw partsMissing(missing);
}

function partsMissing(
  missing: readonly { readonly name: PartName; readonly part: Unknown }[],
): RolecallError {
  const [code, ...others] = [...new Set(missing.map(({ part }) => part.reason.code))];
  const permissions = [...new Set(missing.flatMap(({ part }) => part.reason.permission ?? []))];
  return new RolecallError(
    others.length === 0 && isErrorCode(code) ? code : 'SNAPSHOT_INVALID',
    `Nothing is planned on half a picture; missing: ${missing
      .map(({ name, part }) => `${name} (${part.reason.message})`)
      .join('; ')}`,
    {
      action: permissions.join(', '),
      hint:
        permissions.length > 0
          ? `Allow ${permissions.join(', ')} to the credentials that plan.`
          : 'Take the snapshot again with these parts included.',
    },
  );
}

export function indexLive(snapshot: Snapshot): LiveIndex {
  const byType = liveResources(snapshot);
  const { policies } = snapshot.parts;
  const documents = new Map(
    (policies.status === 'known' ? policies.value : []).map(({ arn, document }) => [arn, document]),
  );
  const byKey = new Map(
    Object.values(byType)
      .flat()
      .map((resource: LiveResource) => [resourceKey(resource), resource]),
  );
  return {
    find: (resource) =>
      resource.type === 'service-linked-role'
        ? findLinkedRole(resource.name, byType.role)
        : byKey.get(resourceKey(resource)),
    all: (type) => byType[type],
    document: (arn) => documents.get(arn),
    parts: snapshot.parts,
    takenAt: snapshot.takenAt,
  };
}

type LiveByType = { readonly [T in ResourceType]: readonly LiveOf<T>[] };

function liveResources({ parts }: Snapshot): LiveByType {
  const value = <N extends PartName>(name: N): PartValue<N> | undefined => {
    const part: Snapshot['parts'][N] = parts[name];
    return part.status === 'known' ? part.value : undefined;
  };
  const roleSettings = new Map(Object.entries(value('roleSettings') ?? {}));
  const policySettings = new Map(Object.entries(value('policySettings') ?? {}));
  const signIns = new Map(Object.entries(value('userSignIns') ?? {}));
  const passwordPolicy = value('passwordPolicy');
  return {
    role: (value('roles') ?? []).map((role) => ({
      ...role,
      type: 'role',
      description: roleSettings.get(role.name)?.description,
      maxSessionDuration: roleSettings.get(role.name)?.maxSessionDuration ?? 3600,
    })),
    policy: (value('policies') ?? [])
      .filter(({ arn }) => arn.split(':')[4] !== 'aws')
      .map((policy) => ({
        ...policy,
        type: 'policy',
        description: policySettings.get(policy.arn)?.description,
        tags: policySettings.get(policy.arn)?.tags ?? {},
      })),
    group: (value('groups') ?? []).map((group) => ({ ...group, type: 'group' })),
    user: (value('users') ?? []).map((user) => ({
      ...user,
      type: 'user',
      signIn: signIns.get(user.name),
    })),
    'instance-profile': (value('instanceProfiles') ?? []).map((profile) => ({
      ...profile,
      type: 'instance-profile',
    })),
    'oidc-provider': (value('oidcProviders') ?? []).map((provider) => ({
      ...provider,
      type: 'oidc-provider',
      name: provider.url,
    })),
    'service-linked-role': [],
    'account-alias': (value('accountAliases') ?? []).map((alias) => ({
      type: 'account-alias',
      name: 'account',
      alias,
    })),
    'password-policy': passwordPolicy
      ? [{ type: 'password-policy', name: 'account', settings: passwordPolicy }]
      : [],
    'alternate-contact': specOf('alternate-contact').live(value),
    'saml-provider': specOf('saml-provider').live(value),
    'proton-settings': specOf('proton-settings').live(value),
    analyzer: specOf('analyzer').live(value),
    'identity-center-user': specOf('identity-center-user').live(value),
    'identity-center-group': specOf('identity-center-group').live(value),
    'permission-set': specOf('permission-set').live(value),
    'account-assignment': specOf('account-assignment').live(value),
  };
}

/**
 * By its path and never by its name, which docs spell in two ways. `name` is the service, with a
 * custom suffix behind a slash.
 */
function findLinkedRole(
  name: string,
  roles: readonly LiveOf<'role'>[],
): LiveOf<'service-linked-role'> | undefined {
  const [service = name, suffix] = name.split('/');
  const role = roles.find(
    (candidate) =>
      candidate.path === `/aws-service-role/${service}/` &&
      (suffix === undefined || candidate.name.endsWith(`_${suffix}`)),
  );
  return role && { type: 'service-linked-role', name, arn: role.arn, service };
}
