import type { Json } from '@rolecall/policy';
import { count } from './count.ts';
import type { FacetLine } from './facet-line.ts';
import { isRecord } from './is-record.ts';

/** Settings that change, `minimum length 6 → 14`, or all of them where there were none. */
export function describeSettings(before: Json, after: Json): readonly FacetLine[] {
  const old = isRecord(before) ? before : undefined;
  if (!isRecord(after)) return [];
  const changed = Object.entries(after).filter(
    ([key, value]) => JSON.stringify(old?.[key] ?? null) !== JSON.stringify(value),
  );
  if (changed.length === 0) return [];
  const texts = changed.map(([key, value]) => {
    const name = wordsOf(key);
    const said = say(key, value);
    return old === undefined
      ? `${name} ${said}`
      : `${name} ${say(key, old[key] ?? null)} → ${said}`;
  });
  return [{ sign: old === undefined ? '+' : ' ', text: texts.join(', ') }];
}

function wordsOf(key: string): string {
  if (key === 'maxSessionDuration') return 'sessions up to';
  return key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function say(key: string, value: Json): string {
  if (key === 'maxSessionDuration' && typeof value === 'number') return duration(value);
  if (key === 'maxAge' && typeof value === 'number') return count(value, 'day');
  if (value === null || value === '') return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' ? `"${value}"` : JSON.stringify(value);
}

function duration(seconds: number): string {
  if (seconds % 3600 === 0) return count(seconds / 3600, 'hour');
  return seconds % 60 === 0 ? count(seconds / 60, 'minute') : count(seconds, 'second');
}
