import { Document, isScalar, type Pair, YAMLMap } from 'yaml';
import type { ResourceType } from '../model/resource.ts';
import { describeLeftOut, type LeftOut } from './left-out.ts';
import type { ManifestEntry } from './manifest-entry.ts';

export interface ManifestContent {
  readonly scope: string;
  readonly account: string;
  readonly partition: string;
  readonly entries: readonly DeclaredEntry[];
  readonly leftOut: readonly LeftOut[];
}

export interface DeclaredEntry {
  readonly type: ImportableType;
  readonly name: string;
  readonly entry: ManifestEntry;
}

type ImportableType = Exclude<ResourceType, 'service-linked-role'>;

interface Section {
  readonly type: ImportableType;
  readonly key: string;
  readonly comment?: string;
}

/** The sections in the order in which people read them. */
const sections: readonly Section[] = [
  { type: 'account-alias', key: 'accountAlias' },
  { type: 'password-policy', key: 'passwordPolicy' },
  { type: 'alternate-contact', key: 'alternateContacts' },
  { type: 'oidc-provider', key: 'oidcProviders' },
  { type: 'saml-provider', key: 'samlProviders' },
  { type: 'policy', key: 'policies' },
  {
    type: 'group',
    key: 'groups',
    comment: 'Groups carry no mark: they are managed for as long as "adopt: true" stands here.',
  },
  {
    type: 'user',
    key: 'users',
    comment: 'Passwords, keys and MFA devices are no part of a manifest; nothing touches them.',
  },
  { type: 'role', key: 'roles' },
  { type: 'instance-profile', key: 'instanceProfiles' },
  { type: 'analyzer', key: 'analyzers' },
];

/** Where a resource stands in the manifest: `['roles', 'web']`, `['accountAlias']`. */
export function pathOf({ type, name }: { type: ImportableType; name: string }): readonly string[] {
  const key = sections.find((section) => section.type === type)?.key ?? type;
  return isSetting(type) ? [key] : [key, keyOf({ type, name })];
}

/** The manifest as YAML; the same content gives the same text. */
export function writeManifest(content: ManifestContent): string {
  const { scope, account, partition, entries, leftOut } = content;
  const document = new Document(
    new Map<string, unknown>([
      ['version', 1],
      ['scope', scope],
      ['account', account],
      ...(partition === 'aws' ? [] : [['partition', partition] as const]),
    ]),
  );
  document.commentBefore = comment([
    `The IAM of account ${account}, as it was. Written by rolecall import.`,
    '"adopt: true" allows Rolecall to take over what is there: rolecall plan shows that and no',
    'other change until you change something here. docs/import.md says more.',
  ]);
  for (const section of sections) {
    const own = entries.filter(({ type }) => type === section.type);
    if (own.length > 0) document.add(sectionPair(document, section, own));
  }
  if (leftOut.length > 0) {
    const lines = describeLeftOut(leftOut).map((line) => `- ${line}`);
    document.comment = comment(['Left out:', ...lines]);
  }
  return document.toString({ lineWidth: 0, singleQuote: true, blockQuote: false });
}

/** YAML keeps what occurs twice once, with a name; people should not have to follow names. */
const plainYaml = { aliasDuplicateObjects: false } as const;

function sectionPair(
  document: Document,
  { type, key, comment: said }: Section,
  entries: readonly DeclaredEntry[],
): Pair {
  const [first] = entries;
  const members = new YAMLMap();
  for (const { name, entry } of inOneEntry(entries)) {
    members.items.push(commented(document, name, entry));
  }
  const value = isSetting(type) ? first?.entry.value : members;
  const pair = document.createPair(document.createNode(key), value, plainYaml);
  if (isScalar(pair.key)) {
    pair.key.spaceBefore = true;
    if (said !== undefined) pair.key.commentBefore = comment([said]);
  }
  return pair;
}

/** An analyzer stands there without its region. */
function keyOf({ type, name }: Pick<DeclaredEntry, 'type' | 'name'>): string {
  return type === 'analyzer' ? name.slice(name.indexOf('/') + 1) : name;
}

/** Analyzers of one name in several regions are declared as the first is, with all their regions. */
function inOneEntry(entries: readonly DeclaredEntry[]): readonly DeclaredEntry[] {
  const byKey = Map.groupBy(entries, keyOf);
  return [...byKey].flatMap(([name, [first, ...others]]) => {
    if (first === undefined) return [];
    if (others.length === 0) return [{ ...first, name }];
    const regions = [first, ...others].map(({ name: full }) => full.slice(0, full.indexOf('/')));
    const value = { ...first.entry.value, regions };
    return [{ ...first, name, entry: { ...first.entry, value } }];
  });
}

function commented(document: Document, name: string, { value, comments }: ManifestEntry): Pair {
  const pair = document.createPair(document.createNode(name), value, plainYaml);
  if (isScalar(pair.key) && comments.length > 0) pair.key.commentBefore = comment(comments);
  return pair;
}

function isSetting(type: ImportableType): boolean {
  return type === 'account-alias' || type === 'password-policy';
}

/** What stands in an account may hold characters that would end a comment. */
function comment(lines: readonly string[]): string {
  return lines.map((line) => ` ${line.replace(/[^\x20-\x7E\u00A1-\u00FF]/g, '?')}`).join('\n');
}
