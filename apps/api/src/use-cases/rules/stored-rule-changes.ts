import { jsonSchema } from '@rolecall/core';
import { type Page, type PageQuery, pageOf } from '../../storage/page.ts';
import type { Readers } from '../../storage/readers.ts';
import type { SettingWriter } from '../../storage/repositories/settings.ts';
import {
  type RuleChange,
  type RuleChangeIndex,
  ruleChange,
  ruleChangeIndex,
} from './rule-change.ts';

const indexKey = 'rule-changes';
const keyOf = (id: string): string => `rule-changes/${id}`;

/** Beyond these the oldest leave the list; what they did stands in the audit log. */
const mostListed = 1_000;

export async function readRuleChange(
  { settings }: Pick<Readers, 'settings'>,
  id: string,
): Promise<RuleChange | undefined> {
  const setting = await settings.get(keyOf(id));
  return setting && ruleChange.parse(setting.value);
}

export interface RuleChangeQuery extends PageQuery {
  readonly state?: RuleChange['state'] | undefined;
}

/** The newest first. */
export async function listRuleChanges(
  readers: Pick<Readers, 'settings'>,
  { state, limit, after }: RuleChangeQuery,
): Promise<Page<RuleChange>> {
  const { entries } = await readIndex(readers.settings);
  const wanted = entries
    .filter((entry) => state === undefined || entry.state === state)
    .filter(({ createdAt, id }) => after === undefined || isOlder({ createdAt, id }, after))
    .toReversed()
    .slice(0, limit + 1);
  const { rows, next } = pageOf(wanted, limit);
  const changes = await Promise.all(rows.map(({ id }) => readRuleChange(readers, id)));
  return { rows: changes.filter((change) => change !== undefined), next };
}

export async function countPending(readers: Pick<Readers, 'settings'>): Promise<number> {
  const { entries } = await readIndex(readers.settings);
  return entries.filter(({ state }) => state === 'pending').length;
}

/** Stores a change under the next revision; `expected` is the one before, 0 for a new one. */
export async function putRuleChange(
  { settings }: { readonly settings: SettingWriter },
  change: RuleChange,
  { expected, now }: { readonly expected: number; readonly now: Date },
): Promise<'stored' | 'stale'> {
  const updatedAt = now.toISOString();
  const { id, createdAt, state } = change;
  const { entries, revision } = await readIndex(settings);
  const others = entries.filter((entry) => entry.id !== id);
  const listed = [...others, { id, createdAt, state }].toSorted((a, b) => (isOlder(a, b) ? -1 : 1));
  const index = { value: listed.slice(-mostListed), updatedAt };
  const value = jsonSchema.parse(change);
  const put = await settings.putIf(keyOf(id), expected, { value, updatedAt });
  if (put === 'stale') return 'stale';
  return (await settings.putIf(indexKey, revision, index)) === 'stale' ? 'stale' : 'stored';
}

async function readIndex(
  settings: Readers['settings'],
): Promise<{ readonly entries: RuleChangeIndex; readonly revision: number }> {
  const setting = await settings.get(indexKey);
  return setting === undefined
    ? { entries: [], revision: 0 }
    : { entries: ruleChangeIndex.parse(setting.value), revision: setting.revision };
}

interface Placed {
  readonly createdAt: string;
  readonly id: string;
}

function isOlder(one: Placed, other: Placed): boolean {
  return one.createdAt === other.createdAt ? one.id < other.id : one.createdAt < other.createdAt;
}
