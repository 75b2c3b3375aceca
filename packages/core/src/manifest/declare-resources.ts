import type { SourcePosition } from '../model/errors.ts';
import { ownershipTags, scopePath } from '../model/ownership.ts';
import { type DesiredPolicy, type DesiredResource, specifiedTypes } from '../model/resource.ts';
import type { ResourceSections } from '../model/resource-sections.ts';
import type { DeclaredAs } from './declared-as.ts';
import { declarationOf } from './kinds/declarations.ts';
import type { SourcePath } from './yaml-source.ts';

export interface Section {
  readonly sections: ResourceSections;
  /** Put before addresses: empty for the manifest's own, `web/` for a blueprint's. */
  readonly prefix: string;
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
}

/** Gives every declared resource its address, its default path and our mark. */
export function declareResources(
  sections: readonly Section[],
  within: Scope,
): readonly DeclaredResource[] {
  return sections.flatMap((section) => declareSection(section, within));
}

function declareSection(section: Section, { scope, account }: Scope): readonly DeclaredResource[] {
  const { sections, prefix, locate } = section;
  const defaultPath = scopePath(scope);
  const named: DeclaredAs = (type, name, path) => {
    const address = `${prefix}${type}/${name}`;
    return { type, name, address, position: locate(path), mark: ownershipTags(scope, address) };
  };
  return [
    ...Object.entries(sections.roles).map(([name, role]) => {
      const { mark, ...declared } = named('role', name, ['roles', name]);
      const { path = defaultPath, description, permissionsBoundary, tags, ...rest } = role;
      const all = { ...tags, ...mark };
      return { ...declared, ...rest, path, description, permissionsBoundary, tags: all };
    }),
    ...Object.entries(sections.policies).map(([name, policy]) => {
      const { mark, ...declared } = named('policy', name, ['policies', name]);
      const { path = defaultPath, description, document, adopt } = policy;
      const base = { ...declared, path, description, tags: { ...policy.tags, ...mark }, adopt };
      return isCopy(document) ? { ...base, document } : { ...base, document, copyOf: undefined };
    }),
    ...Object.entries(sections.groups).map(([name, group]) => {
      const { mark: _untaggable, ...declared } = named('group', name, ['groups', name]);
      return { ...declared, ...group, path: group.path ?? defaultPath };
    }),
    ...Object.entries(sections.users).map(([name, user]) => {
      const { mark, ...declared } = named('user', name, ['users', name]);
      const { path = defaultPath, permissionsBoundary, tags, ...rest } = user;
      return { ...declared, ...rest, path, permissionsBoundary, tags: { ...tags, ...mark } };
    }),
    ...Object.entries(sections.instanceProfiles).map(([name, profile]) => {
      const { mark, ...declared } = named('instance-profile', name, ['instanceProfiles', name]);
      const { path = defaultPath, role, tags, adopt } = profile;
      return { ...declared, path, role, tags: { ...tags, ...mark }, adopt };
    }),
    ...Object.entries(sections.serviceLinkedRoles).map(([service, linked]) => {
      const { customSuffix, description } = linked;
      const name = customSuffix === undefined ? service : `${service}/${customSuffix}`;
      const { mark: _untagged, ...declared } = named('service-linked-role', name, [
        'serviceLinkedRoles',
        service,
      ]);
      return { ...declared, service, customSuffix, description };
    }),
    ...Object.entries(sections.oidcProviders).map(([url, provider]) => {
      const { mark, ...declared } = named('oidc-provider', url, ['oidcProviders', url]);
      const { thumbprints, tags, adopt } = provider;
      const clientIds = [...new Set(provider.clientIds)];
      return { ...declared, url, clientIds, thumbprints, tags: { ...tags, ...mark }, adopt };
    }),
    ...(sections.accountAlias ? [accountAlias(section, sections.accountAlias)] : []),
    ...(sections.passwordPolicy ? [passwordPolicy(section, sections.passwordPolicy)] : []),
    ...specifiedTypes.flatMap((type) => declarationOf(type).declare(sections, named, account)),
  ];
}

function accountAlias(
  { prefix, locate }: Section,
  { alias, adopt }: NonNullable<ResourceSections['accountAlias']>,
): DeclaredResource {
  const position = locate(['accountAlias']);
  const address = `${prefix}account-alias`;
  return { type: 'account-alias', name: 'account', address, position, alias, adopt };
}

function passwordPolicy(
  { prefix, locate }: Section,
  { adopt, maxAge, reusePrevention, ...rest }: NonNullable<ResourceSections['passwordPolicy']>,
): DeclaredResource {
  return {
    type: 'password-policy',
    name: 'account',
    address: `${prefix}password-policy`,
    position: locate(['passwordPolicy']),
    adopt,
    settings: {
      ...rest,
      ...(maxAge === undefined ? {} : { maxAge }),
      ...(reusePrevention === undefined ? {} : { reusePrevention }),
    },
  };
}

type DeclaredDocument = ResourceSections['policies'][string]['document'];

function isCopy(document: DeclaredDocument): document is { copyOf: string } {
  return 'copyOf' in document;
}
