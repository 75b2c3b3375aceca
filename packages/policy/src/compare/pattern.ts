import { patternParts } from '../language/pattern-text.ts';

/**
 * A pattern as a list of steps. Numbers from 0 are UTF-16 code units; the steps below zero are
 * wildcards. `InField` steps do not match a colon: they stand in the first five fields of an ARN.
 */
export interface Pattern {
  readonly text: string;
  readonly steps: readonly Step[];
  /** Letters match in either case. */
  readonly fold: boolean;
  /** Holds policy variables, whose value is not known. */
  readonly symbolic: boolean;
  /** Matches exactly one text. */
  readonly exact: boolean;
}

export type Step = number | VariableStep;

/** The value of a context key; two are the same value when their tokens are equal. */
export interface VariableStep {
  readonly token: string;
  readonly key: string;
  readonly fallback: string | undefined;
  readonly inField: boolean;
}

export const any = -1;
export const anyInField = -2;
export const one = -3;
export const oneInField = -4;
export const colon = 0x3a;

/** How the text of a pattern is read. */
export interface PatternReading {
  /** Whether `*` and `?` are wildcards. */
  readonly wildcards: boolean;
  readonly fold: boolean;
  /** Matched field by field where it has the six fields of an ARN. */
  readonly arn: boolean;
  readonly variables: boolean;
}

export function compilePattern(text: string, reading: PatternReading): Pattern {
  const steps: Step[] = [];
  const fields = reading.arn ? new FieldCounter() : undefined;
  for (const part of patternParts(text, reading)) {
    const inField = fields?.inField() === true;
    if (part.kind === 'variable') steps.push(variableStep(part.key, part.fallback, inField));
    else if (part.kind === 'text' || !reading.wildcards)
      pushText(steps, part.kind === 'text' ? part.text : part.kind === 'any' ? '*' : '?', fields);
    else if (part.kind === 'one') steps.push(inField ? oneInField : one);
    else pushAny(steps, inField ? anyInField : any);
  }
  return patternOf(text, steps, reading.fold);
}

export function patternOf(text: string, steps: readonly Step[], fold: boolean): Pattern {
  return {
    text,
    steps,
    fold,
    symbolic: steps.some((step) => typeof step !== 'number'),
    exact: !fold && steps.every((step) => typeof step === 'number' && step >= 0),
  };
}

/** `*`, `**` and so on: any text at all. */
export function isStars(text: string): boolean {
  return /^\*+$/.test(text);
}

/** How many fields an ARN pattern has, colons inside variables not counted. */
export function fieldCount(text: string, variables: boolean): number {
  let count = 1;
  for (const part of patternParts(text, { variables })) {
    if (part.kind === 'text') count += part.text.split(':').length - 1;
  }
  return count;
}

/** The pattern with each variable replaced by its value as plain text. */
export function substitute(
  pattern: Pattern,
  resolve: (key: string, fallback: string | undefined) => string | undefined,
): Pattern | undefined {
  if (!pattern.symbolic) return pattern;
  const steps: Step[] = [];
  for (const step of pattern.steps) {
    if (typeof step === 'number') {
      steps.push(step);
      continue;
    }
    const value = resolve(step.key, step.fallback);
    if (value === undefined || (step.inField && value.includes(':'))) return undefined;
    steps.push(...codesOf(value));
  }
  return patternOf(pattern.text, steps, pattern.fold);
}

/** Variables with defaults beyond this are not split. */
const maxSplits = 3;

/**
 * Patterns that together match at least what the pattern matches: for each variable with a default,
 * one in which its key is there, and one in which the default stands.
 */
export function splitDefaults(pattern: Pattern, splits = 0): readonly Pattern[] {
  const { steps, text, fold } = pattern;
  const found = steps.find((step) => typeof step !== 'number' && step.fallback !== undefined);
  if (found === undefined || typeof found === 'number' || splits >= maxSplits) return [pattern];
  const ofKey = (step: Step): VariableStep | undefined =>
    typeof step !== 'number' && step.key === found.key ? step : undefined;
  const present = steps.map((step) => {
    const variable = ofKey(step);
    return variable === undefined
      ? step
      : { ...variable, token: variable.key, fallback: undefined };
  });
  const absent = steps.flatMap((step): readonly Step[] => {
    const variable = ofKey(step);
    return variable === undefined ? [step] : codesOf(variable.fallback ?? '');
  });
  // Without its key a variable that has no default, or one with a colon in a field, matches nothing.
  const isMatched = steps.every((step) => {
    const variable = ofKey(step);
    if (variable === undefined) return true;
    return (
      variable.fallback !== undefined && !(variable.inField && variable.fallback.includes(':'))
    );
  });
  return (isMatched ? [present, absent] : [present]).flatMap((variant) =>
    // Symbolic still: whether the key is there is not looked at.
    splitDefaults({ ...patternOf(text, variant, fold), symbolic: true }, splits + 1),
  );
}

function codesOf(text: string): readonly number[] {
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
}

/** Each variable may be any text: matches at least what the pattern matches, whatever their values. */
export function widen(pattern: Pattern): Pattern {
  if (!pattern.symbolic) return pattern;
  const steps: Step[] = [];
  for (const step of pattern.steps) {
    if (typeof step === 'number' && step !== any && step !== anyInField) steps.push(step);
    else if (typeof step === 'number') pushAny(steps, step);
    else pushAny(steps, step.inField ? anyInField : any);
  }
  return patternOf(pattern.text, steps, pattern.fold);
}

/** Follows which field of an ARN the next step stands in. */
class FieldCounter {
  colons = 0;
  inField(): boolean {
    return this.colons < 5;
  }
}

function variableStep(key: string, fallback: string | undefined, inField: boolean): VariableStep {
  const token = fallback === undefined ? key : `${key} '${fallback}'`;
  return { token, key, fallback, inField };
}

function pushText(steps: Step[], text: string, fields: FieldCounter | undefined): void {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === colon && fields !== undefined) fields.colons++;
    steps.push(code);
  }
}

/** Runs of `*` are one. */
function pushAny(steps: Step[], step: number): void {
  if (steps.at(-1) !== step) steps.push(step);
}

/** The code unit in lower case, where that is one code unit. */
export function foldUnit(code: number): number {
  if (code < 0x41) return code;
  if (code < 0x5b) return code + 32;
  if (code < 0x80) return code;
  const lower = String.fromCharCode(code).toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : code;
}
