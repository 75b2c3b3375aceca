import {
  any,
  anyInField,
  colon,
  one,
  oneInField,
  type Pattern,
  patternOf,
  type Step,
} from './pattern.ts';
import { type TextSet, textSet } from './text-set.ts';

/*
 * A role's session as one text, `PATH:NAME:SESSION`, with a path that is empty or ends in a slash:
 * the entry of a role is about path and name, that of a session about name and session.
 */

const slash = 0x2f;

export function roleText(path: string, name: string, session: string): string {
  return `${path}:${name}:${session}`;
}

/** From what follows `role/` in an entry. */
export function rolePatterns(rest: Pattern): readonly Pattern[] {
  return halves(rest, 'last').map(([path, name], at) =>
    patternOf(`${rest.text} r${at}`, [...path, colon, ...name, colon, anyInField], false),
  );
}

/** From what follows `assumed-role/` in an entry. */
export function sessionPatterns(rest: Pattern): readonly Pattern[] {
  return halves(rest, 'only').map(([name, session], at) =>
    patternOf(`${rest.text} s${at}`, [anyInField, colon, ...name, colon, ...session], false),
  );
}

/** All texts of role sessions. */
export const allRoles = textSet(
  'roles',
  [
    [colon, oneInField, anyInField, colon, oneInField, anyInField],
    [oneInField, anyInField, slash, colon, oneInField, anyInField, colon, oneInField, anyInField],
  ].map((steps, at) => patternOf(`role ${at}`, steps, false)),
);

/** What is none of them: with slashes in its names. */
export const noRole = textSet(
  'no roles',
  [
    [anyInField, colon, anyInField, slash, anyInField, colon, anyInField],
    [anyInField, colon, anyInField, colon, anyInField, slash, anyInField],
  ].map((steps, at) => patternOf(`no role ${at}`, steps, false)),
);

/** Texts by their fields, of which a missing one can be anything. */
export function fieldSet(
  name: string,
  rows: readonly (readonly [string | undefined, string | undefined, string | undefined])[],
): TextSet {
  const steps = (field: string | undefined, most: readonly Step[]) =>
    field === undefined
      ? most
      : Array.from({ length: field.length }, (_, at) => field.charCodeAt(at));
  return textSet(
    name,
    rows.map(([path, role, session]) =>
      patternOf(
        JSON.stringify([path ?? null, role ?? null, session ?? null]),
        [
          ...steps(path, [anyInField]),
          colon,
          ...steps(role, [oneInField, anyInField]),
          colon,
          ...steps(session, [oneInField, anyInField]),
        ],
        false,
      ),
    ),
  );
}

type Half = readonly [readonly Step[], readonly Step[]];

/**
 * The ways in which a pattern can match a text, cut at its last slash (which the first half keeps)
 * or at its only one. Without a slash the first half is empty.
 */
function halves({ steps }: Pattern, cut: 'last' | 'only'): readonly Half[] {
  const kept = cut === 'last' ? [slash] : [];
  const found: Half[] = cut === 'last' ? [[[], steps]] : [];
  for (const [at, step] of steps.entries()) {
    const before = steps.slice(0, at);
    const after = steps.slice(at + 1);
    if (step === any)
      found.push([
        [...before, any, ...kept],
        [any, ...after],
      ]);
    else if (step === one || step === slash) found.push([[...before, ...kept], after]);
  }
  return found
    .filter(([first, second]) => {
      const names = cut === 'last' ? second : [...first, ...second];
      return !names.includes(slash) && ![...first, ...second].includes(colon);
    })
    .map(([first, second]) => [first.map(inField), second.map(inField)]);
}

function inField(step: Step): Step {
  if (step === any) return anyInField;
  return step === one ? oneInField : step;
}
