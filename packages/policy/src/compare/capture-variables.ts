import { any, anyInField, colon, foldUnit, one, oneInField, type Pattern } from './pattern.ts';

/** Tries before giving up: patterns with many stars can be laid over a text in many ways. */
const maxTries = 20_000;

/**
 * One way to read a pattern's variables off a text it would match with some value of each; empty
 * where there is none, or it takes too long to find.
 */
export function captureVariables(pattern: Pattern, text: string): ReadonlyMap<string, string> {
  if (!pattern.symbolic) return new Map();
  let tries = maxTries;
  const steps = pattern.steps;
  const lay = (
    step: number,
    at: number,
    values: ReadonlyMap<string, string>,
  ): ReadonlyMap<string, string> | undefined => {
    if (tries-- < 0 || step > 400) return undefined;
    const current = steps[step];
    if (current === undefined) return at === text.length ? values : undefined;
    if (typeof current === 'number' && current !== any && current !== anyInField)
      return fits(current, text.charCodeAt(at), pattern.fold)
        ? lay(step + 1, at + 1, values)
        : undefined;
    const known = typeof current === 'number' ? undefined : values.get(current.key);
    const inField = typeof current === 'number' ? current === anyInField : current.inField;
    for (let end = at; end <= text.length; end++) {
      if (end > at && inField && text.charCodeAt(end - 1) === colon) return undefined;
      const piece = text.slice(at, end);
      if (known !== undefined && known !== piece) continue;
      const next = typeof current === 'number' ? values : new Map(values).set(current.key, piece);
      const found = lay(step + 1, end, next);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return lay(0, 0, new Map()) ?? new Map();
}

function fits(step: number, code: number, fold: boolean): boolean {
  if (Number.isNaN(code)) return false;
  if (step === one) return true;
  if (step === oneInField) return code !== colon;
  return step === code || (fold && foldUnit(step) === foldUnit(code));
}
