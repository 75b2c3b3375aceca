import type { Json } from '@rolecall/policy';
import type { ParameterValues } from './blueprint.ts';

/** What a template is pruned by. */
export interface Choice {
  /** Every parameter that the blueprint has. */
  readonly names: ReadonlySet<string>;
  /** Those that have a value. */
  readonly values: ParameterValues;
}

/**
 * Leaves out what the values do not want: objects whose `when` does not hold, and places that are
 * wholly `{{name}}` of a parameter without a value. `undefined` where nothing is left.
 */
export function keepWanted(template: Json, choice: Choice): Json | undefined {
  if (typeof template === 'string') return isAbsent(template, choice) ? undefined : template;
  if (isList(template)) return template.flatMap((member) => asMember(keepWanted(member, choice)));
  if (template === null || typeof template !== 'object') return template;
  const { when, ...rest } = template;
  if (typeof when === 'string' && !holds(when, choice)) return undefined;
  if (when !== undefined && Object.keys(rest).join() === 'value' && rest.value !== undefined) {
    return keepWanted(rest.value, choice);
  }
  return Object.fromEntries(
    Object.entries(rest).flatMap(([key, value]): [string, Json][] => {
      const kept = keepWanted(value, choice);
      return kept === undefined ? [] : [[key, kept]];
    }),
  );
}

/** Whether a condition holds: `name`, `!name` or `name=value`. */
export function holds(when: string, { names, values }: Choice): boolean {
  const {
    not = '',
    name = '',
    wanted,
  } = /^(?<not>!?)(?<name>\w+)(?:=(?<wanted>.+))?$/.exec(when)?.groups ?? {};
  // A mistake in the blueprint itself, which the catalogue's tests find.
  if (!names.has(name)) throw new Error(`when: "${when}" names no parameter`);
  const value = values.get(name);
  const isMet =
    wanted === undefined
      ? value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0)
      : String(value) === wanted;
  return isMet === (not === '');
}

function isAbsent(text: string, { names, values }: Choice): boolean {
  const name = /^\{\{\s*(\w+)\s*\}\}$/.exec(text)?.[1];
  return name !== undefined && names.has(name) && !values.has(name);
}

function asMember(value: Json | undefined): readonly Json[] {
  return value === undefined ? [] : [value];
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
