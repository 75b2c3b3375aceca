import type { SourcePosition } from '../model/errors.ts';
import type { Life } from '../model/life-schema.ts';
import { ownershipTags, scopePath } from '../model/ownership.ts';
import {
  type DesiredPolicy,
  type DesiredResource,
  isEndingType,
  type ResourceType,
  specifiedTypes,
} from '../model/resource.ts';
import type { ResourceSections } from '../model/resource-sections.ts';
import { revocationPolicy, revocationPolicyName } from '../model/session-revocation.ts';
import { type Delivery, wantsDelivery } from '../model/sign-in.ts';
import type { DeclaredAs } from './declared-as.ts';
import { declarationOf } from './kinds/declarations.ts';
import type { SourcePath } from './yaml-places.ts';

export interface Section {
  readonly sections: ResourceSections;
  /** Put before addresses: empty for the manifest's own, `web/` for a blueprint's. */
  readonly prefix: string;
  /** Holds for all that it declares: what the use of a blueprint says. */
  readonly life?: Life | undefined;
  readonly locate: (path: SourcePath) => SourcePosition;
}

/** A policy whose text is still to be taken over from an AWS-managed one. */
export interface CopiedPolicy extends Omit<DesiredPolicy, 'document' | 'copyOf'> {
  readonly document: { readonly copyOf: string };
}

export type DeclaredResource =
  | Exclude<DesiredResource, DesiredPolicy>
  | DesiredPolicy
  | CopiedPolicy;

interface Scope {
  readonly scope: string;
  readonly account: string;
  /** Holds for users that say nothing of their own. */
  readonly delivery?: Delivery | undefined;
}

/** Gives every declared resource its address, its default path and our mark. */
export function declareResources(
  sections: readonly Section[],
  within: Scope,
): readonly DeclaredResource[] {
  return sections.flatMap((section) => declareSection(section, within));
}

function declareSection(
  section: Section,
  { scope, account, delivery: usual }: Scope,
): readonly DeclaredResource[] {
  const { sections, prefix, locate } = section;
  const defaultPath = scopePath(scope);
  // An account has one OIDC provider per issuer: others rely on that of a blueprint, too.
  const endOfUse = (type: ResourceType) =>
    type === 'oidc-provider' ? undefined : section.life?.expiresAt;
  const named = <T extends ResourceType, N extends string>(
    type: T,
    name: N,
    { path, life = {} }: { readonly path: SourcePath; readonly life?: Life },
  ) => {
    const address = `${prefix}${type}/${name}`;
    const expiresAt = isEndingType(type) ? earliest([life.expiresAt, endOfUse(type)]) : undefined;
    const enforce = life.enforce ?? section.life?.enforce;
    return {
      type,
      name,
      address,
      position: locate(path),
      ...(expiresAt === undefined ? {} : { expiresAt }),
      ...(enforce === undefined ? {} : { enforce }),
      mark: ownershipTags(scope, address, expiresAt),
    };
  };
  const declaredAs: DeclaredAs = (type, name, entry) => named(type, name, entry);
  return [
    ...Object.entries(sections.roles).map(([name, role]) => {
      const { mark, ...declared } = named('role', name, { path: ['roles', name], life: role });
      const { path = defaultPath, description, permissionsBoundary, tags, ...given } = role;
      const { revokeSessionsBefore: _revoked, ...rest } = given;
      const grants = { inlinePolicies: withRevocation(role), permissionsBoundary };
      return { ...rest, ...declared, ...grants, path, description, tags: { ...tags, ...mark } };
    }),
    ...Object.entries(sections.policies).map(([name, policy]) => {
      const { mark, ...declared } = named('policy', name, {
        path: ['policies', name],
        life: policy,
      });
      const { path = defaultPath, description, document, adopt } = policy;
      const base = { ...declared, path, description, tags: { ...policy.tags, ...mark }, adopt };
      return isCopy(document) ? { ...base, document } : { ...base, document, copyOf: undefined };
    }),
    ...Object.entries(sections.groups).map(([name, group]) => {
      const { mark: _untaggable, ...declared } = named('group', name, {
        path: ['groups', name],
        life: group,
      });
      return { ...group, ...declared, path: group.path ?? defaultPath };
    }),
    ...Object.entries(sections.users).map(([name, user]) => {
      const { mark, ...declared } = named('user', name, { path: ['users', name], life: user });
      const { path = defaultPath, permissionsBoundary, tags, delivery = usual, ...rest } = user;
      const own = { ...rest, ...declared, path, permissionsBoundary, tags: { ...tags, ...mark } };
      return wantsDelivery(rest) ? { ...own, delivery } : own;
    }),
    ...Object.entries(sections.instanceProfiles).map(([name, profile]) => {
      const { mark, ...declared } = named('instance-profile', name, {
        path: ['instanceProfiles', name],
        life: profile,
      });
      const { path = defaultPath, role, tags, adopt } = profile;
      return { ...declared, path, role, tags: { ...tags, ...mark }, adopt };
    }),
    ...Object.entries(sections.serviceLinkedRoles).map(([service, linked]) => {
      const { customSuffix, description } = linked;
      const name = customSuffix === undefined ? service : `${service}/${customSuffix}`;
      const { mark: _untagged, ...declared } = named('service-linked-role', name, {
        path: ['serviceLinkedRoles', service],
      });
      return { ...declared, service, customSuffix, description };
    }),
    ...Object.entries(sections.oidcProviders).map(([url, provider]) => {
      const { mark, ...declared } = named('oidc-provider', url, {
        path: ['oidcProviders', url],
        life: provider,
      });
      const { thumbprints, tags, adopt } = provider;
      const clientIds = [...new Set(provider.clientIds)];
      return { ...declared, url, clientIds, thumbprints, tags: { ...tags, ...mark }, adopt };
    }),
    ...(sections.accountAlias ? [accountAlias(section, sections.accountAlias)] : []),
    ...(sections.passwordPolicy ? [passwordPolicy(section, sections.passwordPolicy)] : []),
    ...specifiedTypes.flatMap((type) => declarationOf(type).declare(sections, declaredAs, account)),
  ];
}

function accountAlias(
  { prefix, locate }: Section,
  { alias, adopt, enforce }: NonNullable<ResourceSections['accountAlias']>,
): DeclaredResource {
  const position = locate(['accountAlias']);
  const address = `${prefix}account-alias`;
  const about = { type: 'account-alias', name: 'account', address, position } as const;
  return { ...about, alias, adopt, ...(enforce === undefined ? {} : { enforce }) };
}

function passwordPolicy(
  { prefix, locate }: Section,
  {
    adopt,
    enforce,
    maxAge,
    reusePrevention,
    ...rest
  }: NonNullable<ResourceSections['passwordPolicy']>,
): DeclaredResource {
  return {
    type: 'password-policy',
    name: 'account',
    address: `${prefix}password-policy`,
    position: locate(['passwordPolicy']),
    adopt,
    ...(enforce === undefined ? {} : { enforce }),
    settings: {
      ...rest,
      ...(maxAge === undefined ? {} : { maxAge }),
      ...(reusePrevention === undefined ? {} : { reusePrevention }),
    },
  };
}

/** A use of a blueprint ends with all that it makes, and nothing that it makes after it. */
function earliest(ends: readonly (string | undefined)[]): string | undefined {
  const [first] = ends.flatMap((end) => end ?? []).sort((a, b) => Date.parse(a) - Date.parse(b));
  return first;
}

type DeclaredRole = ResourceSections['roles'][string];

/** Declared as one of its inline policies, so that it is compared, shown and kept like these. */
function withRevocation({ inlinePolicies, revokeSessionsBefore }: DeclaredRole) {
  if (revokeSessionsBefore === undefined) return inlinePolicies;
  return { ...inlinePolicies, [revocationPolicyName]: revocationPolicy(revokeSessionsBefore) };
}

type DeclaredDocument = ResourceSections['policies'][string]['document'];

function isCopy(document: DeclaredDocument): document is { copyOf: string } {
  return 'copyOf' in document;
}
