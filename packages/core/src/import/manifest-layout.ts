import type { ResourceType } from '../model/resource.ts';
import type { ManifestEntry } from './entry-parts.ts';
import type { Imported } from './imported.ts';

export interface DeclaredEntry {
  readonly type: ImportableType;
  readonly name: string;
  readonly entry: ManifestEntry;
}

export type ImportableType = Exclude<ResourceType, 'service-linked-role'>;

export interface Section {
  readonly type: ImportableType;
  /** Keys from the outermost. */
  readonly path: readonly string[];
  readonly form: 'setting' | 'map' | 'list';
  readonly comment?: string;
}

/** What stands in one place of the manifest; some resources share one. */
export interface PlacedEntry extends ManifestEntry {
  readonly path: readonly (string | number)[];
  readonly covers: readonly Imported[];
}

/** The sections in the order in which people read them. */
export const sections: readonly Section[] = [
  { type: 'account-alias', path: ['accountAlias'], form: 'setting' },
  { type: 'password-policy', path: ['passwordPolicy'], form: 'setting' },
  { type: 'alternate-contact', path: ['alternateContacts'], form: 'map' },
  {
    type: 'proton-settings',
    path: ['protonSettings'],
    form: 'map',
    comment: 'AWS has ended Proton; an empty role is unset.',
  },
  { type: 'oidc-provider', path: ['oidcProviders'], form: 'map' },
  { type: 'saml-provider', path: ['samlProviders'], form: 'map' },
  { type: 'policy', path: ['policies'], form: 'map' },
  {
    type: 'group',
    path: ['groups'],
    form: 'map',
    comment: 'Groups carry no mark: they are managed for as long as "adopt: true" stands here.',
  },
  {
    type: 'user',
    path: ['users'],
    form: 'map',
    comment: 'Passwords, keys and MFA devices that are there stay as they are.',
  },
  { type: 'role', path: ['roles'], form: 'map' },
  { type: 'instance-profile', path: ['instanceProfiles'], form: 'map' },
  { type: 'analyzer', path: ['analyzers'], form: 'map' },
  { type: 'permission-set', path: ['identityCenter', 'permissionSets'], form: 'map' },
  { type: 'identity-center-group', path: ['identityCenter', 'groups'], form: 'map' },
  { type: 'identity-center-user', path: ['identityCenter', 'users'], form: 'map' },
  {
    type: 'account-assignment',
    path: ['identityCenter', 'assignments'],
    form: 'list',
    comment: 'Those of permission sets that were taken over are never pruned.',
  },
];

/** What stands in a section, and where. */
export function placeEntries(
  { type, path, form }: Section,
  entries: readonly DeclaredEntry[],
): readonly PlacedEntry[] {
  const own = entries.filter((entry) => entry.type === type);
  const shared = [...Map.groupBy(own, placeOf)];
  return shared.map(([key, members], index) => ({
    ...mergeEntries(members),
    path: form === 'setting' ? path : [...path, form === 'list' ? index : key],
    covers: members.map(({ name }) => ({ type, name })),
  }));
}

/** An analyzer stands there without its region, an assignment without its account. */
function placeOf({ type, name }: DeclaredEntry): string {
  return type === 'analyzer' || type === 'account-assignment'
    ? name.slice(name.indexOf('/') + 1)
    : name;
}

/**
 * Analyzers of one name in several regions are declared as the first is, with all their regions;
 * assignments that differ in the account are one, with all accounts.
 */
function mergeEntries(members: readonly DeclaredEntry[]): ManifestEntry {
  const [first, ...others] = members.map(({ entry }) => entry);
  if (first === undefined || others.length === 0) return first ?? { value: {}, comments: [] };
  const several = ['regions', 'accounts'].filter((member) => Object.hasOwn(first.value, member));
  const merged = several.map((member) => [
    member,
    members.flatMap(({ entry }) => asTexts(entry.value[member])),
  ]);
  return { ...first, value: { ...first.value, ...Object.fromEntries(merged) } };
}

function asTexts(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
