import { Document, isScalar, type Pair, YAMLMap, YAMLSeq } from 'yaml';
import type { ManifestEntry } from './entry-parts.ts';
import { describeLeftOut, type LeftOut } from './left-out.ts';
import {
  type DeclaredEntry,
  type PlacedEntry,
  placeEntries,
  type Section,
  sections,
} from './manifest-layout.ts';

export interface ManifestContent {
  readonly scope: string;
  readonly account: string;
  readonly partition: string;
  /** Public age keys to which new passwords and access keys go; none where none are declared. */
  readonly recipients: readonly string[];
  readonly entries: readonly DeclaredEntry[];
  readonly leftOut: readonly LeftOut[];
}

/** The manifest as YAML; the same content gives the same text. */
export function writeManifest(content: ManifestContent): string {
  const { scope, account, partition, recipients, entries, leftOut } = content;
  const document = new Document(
    new Map<string, unknown>([
      ['version', 1],
      ['scope', scope],
      ['account', account],
      ...(partition === 'aws' ? [] : [['partition', partition] as const]),
      ...(recipients.length === 0 ? [] : [['delivery', { recipients }] as const]),
    ]),
  );
  document.commentBefore = comment([
    `The IAM of account ${account}, as it was. Written by rolecall import.`,
    '"adopt: true" allows Rolecall to take over what is there: rolecall plan shows that and no',
    'other change until you change something here. docs/import.md says more.',
  ]);
  const groups = new Map<string, YAMLMap>();
  for (const section of sections) {
    const placed = placeEntries(section, entries);
    if (placed.length === 0) continue;
    const [outer = '', inner] = section.path;
    if (inner === undefined) {
      document.add(sectionPair(document, section, placed));
      continue;
    }
    const group = groups.get(outer) ?? new YAMLMap();
    group.items.push(sectionPair(document, section, placed));
    if (!groups.has(outer)) document.add(spaced(document.createPair(outer, group)));
    groups.set(outer, group);
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
  { path, form, comment: said }: Section,
  placed: readonly PlacedEntry[],
): Pair {
  const [first] = placed;
  const key = document.createNode(path.at(-1) ?? '');
  const value =
    form === 'setting'
      ? first?.value
      : form === 'list'
        ? listOf(document, placed)
        : mapOf(document, placed);
  const pair = document.createPair(key, value, plainYaml);
  if (isScalar(pair.key) && said !== undefined) pair.key.commentBefore = comment([said]);
  return path.length === 1 ? spaced(pair) : pair;
}

function mapOf(document: Document, placed: readonly PlacedEntry[]): YAMLMap {
  const members = new YAMLMap();
  for (const one of placed) {
    members.items.push(commented(document, String(one.path.at(-1)), one));
  }
  return members;
}

/** One line for each, as people write them. */
function listOf(document: Document, placed: readonly PlacedEntry[]): YAMLSeq {
  const items = new YAMLSeq();
  for (const { value } of placed) {
    items.items.push(document.createNode(value, { ...plainYaml, flow: true }));
  }
  return items;
}

function spaced(pair: Pair): Pair {
  if (isScalar(pair.key)) pair.key.spaceBefore = true;
  return pair;
}

function commented(document: Document, name: string, { value, comments }: ManifestEntry): Pair {
  const pair = document.createPair(document.createNode(name), value, plainYaml);
  if (isScalar(pair.key) && comments.length > 0) pair.key.commentBefore = comment(comments);
  return pair;
}

/** What stands in an account may hold characters that would end a comment. */
function comment(lines: readonly string[]): string {
  return lines.map((line) => ` ${line.replace(/[^\x20-\x7E\u00A1-\u00FF]/g, '?')}`).join('\n');
}
