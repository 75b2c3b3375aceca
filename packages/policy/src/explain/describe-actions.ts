import type { AccessLevel, ActionData } from '../actions/action-data.ts';
import { globMatches, parseGlob } from '../evaluate/glob.ts';
import type { PatternElement } from '../language/policy.ts';
import { joinWords } from './join-words.ts';

/** `gerund`: "allows reading …"; `infinitive`: "lets role x read …". */
export type VerbForm = 'gerund' | 'infinitive';

/**
 * What a statement is about, in words, every pattern named as it is written. The verbs are those of
 * the access levels AWS gives the actions, and left out where one of them is not known.
 */
export function describeActions(
  { negated, patterns }: PatternElement,
  { form, data }: { readonly form: VerbForm; readonly data: ActionData },
): string {
  const use = form === 'gerund' ? '' : 'use ';
  if (negated) return `${use}every action, of every service, except ${joinWords(patterns)}`;
  if (patterns.length === 0) return `${use}no action at all`;
  if (patterns.some((pattern) => pattern === '*' || pattern === '*:*'))
    return `${use}every action of every service`;
  const whole = wholeService(patterns, data);
  if (whole !== undefined) return `${use}every action of ${whole}`;
  const levels = levelsOf(patterns, data);
  if (levels.length === 0) return `${use}${joinWords(patterns)}`;
  const verbs = joinWords(
    levelWords.flatMap(([level, words]) => (levels.includes(level) ? [words[form]] : [])),
  );
  return `${verbs}${placeOf(patterns, data)} (${patterns.join(', ')})`;
}

const levelWords: readonly (readonly [AccessLevel, Readonly<Record<VerbForm, string>>])[] = [
  ['List', { gerund: 'listing', infinitive: 'list' }],
  ['Read', { gerund: 'reading', infinitive: 'read' }],
  ['Write', { gerund: 'writing', infinitive: 'write' }],
  ['Tagging', { gerund: 'tagging', infinitive: 'tag' }],
  ['Permissions management', { gerund: 'managing permissions', infinitive: 'manage permissions' }],
];

/** `Amazon S3 (s3:*)` where each pattern is all of one service. */
function wholeService(patterns: readonly string[], data: ActionData): string | undefined {
  const names = patterns.map((pattern) => {
    const [prefix = '', rest] = pattern.split(':');
    return rest === '*' && !/[*?]/.test(prefix)
      ? `${data.service(prefix)?.name ?? 'the service'} (${pattern})`
      : undefined;
  });
  const known = names.filter((name) => name !== undefined);
  return known.length === names.length ? joinWords(known) : undefined;
}

/** Of all actions that the patterns match; none where a pattern matches none or its service is open. */
function levelsOf(patterns: readonly string[], data: ActionData): readonly AccessLevel[] {
  const levels = new Set<AccessLevel>();
  for (const pattern of patterns) {
    const [prefix = '', name = ''] = pattern.toLowerCase().split(':');
    const service = /[*?]/.test(prefix) ? undefined : data.service(prefix);
    const one = service?.action(name);
    const glob = parseGlob(name);
    const matched =
      one === undefined && /[*?]/.test(name)
        ? service?.actions.filter((action) => globMatches(glob, action.name.toLowerCase()))
        : one && [one];
    if (matched === undefined || matched.length === 0) return [];
    for (const { accessLevel } of matched) levels.add(accessLevel);
  }
  return levels.has('unknown') ? [] : [...levels];
}

function placeOf(patterns: readonly string[], data: ActionData): string {
  const prefixes = new Set(patterns.map((pattern) => pattern.toLowerCase().split(':')[0] ?? ''));
  const names = [...prefixes].map((prefix) => data.service(prefix)?.name ?? prefix);
  return ` in ${joinWords(names)}`;
}
