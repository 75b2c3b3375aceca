import { type Budget, spend } from './budget.ts';
import { any, anyInField, colon, foldUnit, one, oneInField, type Pattern } from './pattern.ts';

/** A text has to match one of `patterns` (or none of them, where `forbidden`). */
export interface Machine {
  readonly patterns: readonly Pattern[];
  readonly forbidden: boolean;
}

/**
 * The shortest text that all machines accept, or `undefined` if there is none. Exact. Walks the
 * product of the patterns' position sets breadth first; the alphabet of a state is the characters
 * that some pattern waits for, and one other.
 * @throws BudgetExceeded
 */
export function findWord(machines: readonly Machine[], budget: Budget): string | undefined {
  const start = machines.map(startOf);
  const trail: Trail[] = [{ parent: -1, code: 0 }];
  const states: State[] = [start];
  if (start.every((live, at) => isAlive(machines[at], live)) === false) return undefined;
  const seen = new Set([keyOf(start)]);
  for (let at = 0; at < states.length; at++) {
    const state = states[at] ?? [];
    if (machines.every((machine, index) => accepts(machine, state[index] ?? [])))
      return wordOf(trail, at);
    for (const code of alphabetOf(machines, state)) {
      spend(budget, 1 + sizeOf(state) / 4);
      const next = machines.map((machine, index) => advance(machine, state[index] ?? [], code));
      if (!next.every((live, index) => isAlive(machines[index], live))) continue;
      const key = keyOf(next);
      if (seen.has(key)) continue;
      seen.add(key);
      states.push(next);
      trail.push({ parent: at, code });
    }
  }
  return undefined;
}

/** Whether the pattern, which holds no variables, matches the whole text. */
export function matchesText(pattern: Pattern, text: string): boolean {
  const machine: Machine = { patterns: [pattern], forbidden: false };
  let live = startOf(machine);
  for (let at = 0; at < text.length && live.length > 0; at++)
    live = advance(machine, live, text.charCodeAt(at));
  return accepts(machine, live);
}

/** Per machine: which pattern has reached which step. */
type State = readonly (readonly Live[])[];

interface Live {
  readonly pattern: number;
  /** Steps before it are matched; ascending, closed over stars. */
  readonly positions: readonly number[];
}

interface Trail {
  readonly parent: number;
  readonly code: number;
}

function startOf(machine: Machine): readonly Live[] {
  return machine.patterns.map((pattern, index) => ({
    pattern: index,
    positions: closed(pattern, [0]),
  }));
}

/** A dead required machine can never accept again; a dead forbidden one is what is wanted. */
function isAlive(machine: Machine | undefined, live: readonly Live[]): boolean {
  return machine?.forbidden === true || live.length > 0;
}

function accepts(machine: Machine, live: readonly Live[]): boolean {
  const matched = live.some(
    ({ pattern, positions }) => positions.at(-1) === machine.patterns[pattern]?.steps.length,
  );
  return matched !== machine.forbidden;
}

function advance(machine: Machine, live: readonly Live[], code: number): readonly Live[] {
  const next: Live[] = [];
  for (const { pattern: index, positions } of live) {
    const pattern = machine.patterns[index];
    if (pattern === undefined) continue;
    const moved: number[] = [];
    for (const at of positions) {
      const step = pattern.steps[at];
      if (step === any || (step === anyInField && code !== colon)) moved.push(at);
      else if (typeof step === 'number' && takes(step, code, pattern.fold)) moved.push(at + 1);
    }
    if (moved.length > 0) next.push({ pattern: index, positions: closed(pattern, moved) });
  }
  return next;
}

function takes(step: number, code: number, fold: boolean): boolean {
  if (step === one) return true;
  if (step === oneInField) return code !== colon;
  return step === code || (fold && step >= 0 && foldUnit(step) === foldUnit(code));
}

/**
 * Adds the steps after a star, then drops what lies before the last star reached: from there a star
 * can still do all that the earlier positions can. (A star that stops at colons too: positions that
 * are alive together have read equally many colons, so they stand in the same field.)
 */
function closed(pattern: Pattern, positions: readonly number[]): readonly number[] {
  const all: number[] = [];
  let lastStar = -1;
  for (const start of [...positions].sort((a, b) => a - b)) {
    for (let at = start; all.length === 0 || at > (all.at(-1) ?? -1); at++) {
      all.push(at);
      const step = pattern.steps[at];
      if (step !== any && step !== anyInField) break;
      lastStar = at;
    }
  }
  return lastStar < 0 ? all : all.filter((at) => at >= lastStar);
}

function alphabetOf(machines: readonly Machine[], state: State): readonly number[] {
  const codes = new Set<number>();
  for (const [index, live] of state.entries()) {
    for (const { pattern: which, positions } of live) {
      const pattern = machines[index]?.patterns[which];
      if (pattern === undefined) continue;
      for (const at of positions) addCodes(codes, pattern.steps[at], pattern.fold);
    }
  }
  codes.add(otherThan(codes));
  return [...codes];
}

function addCodes(codes: Set<number>, step: Pattern['steps'][number] | undefined, fold: boolean) {
  if (typeof step !== 'number') return;
  if (step === anyInField || step === oneInField) codes.add(colon);
  if (step < 0) return;
  codes.add(step);
  if (!fold) return;
  const letter = String.fromCharCode(step);
  for (const variant of [letter.toLowerCase(), letter.toUpperCase()])
    if (variant.length === 1) codes.add(variant.charCodeAt(0));
  const stranger = foldsTo.get(foldUnit(step));
  if (stranger !== undefined) codes.add(stranger);
}

/** The characters beyond Latin-1 whose lower case is in it: Kelvin, ångström, Ÿ. */
const foldsTo: ReadonlyMap<number, number> = new Map([
  [0x6b, 0x212a],
  [0xe5, 0x212b],
  [0xff, 0x178],
]);

const pleasant = [...'axbycz0123456789-_'].map((letter) => letter.charCodeAt(0));

/** A character nothing waits for; folding must not turn it into one of `codes` either. */
function otherThan(codes: ReadonlySet<number>): number {
  const folded = new Set([...codes].map(foldUnit));
  const free = (code: number) => code !== colon && !folded.has(foldUnit(code));
  const found = pleasant.find(free);
  if (found !== undefined) return found;
  let code = 0x21;
  while (!free(code)) code++;
  return code;
}

function sizeOf(state: State): number {
  return state.reduce(
    (sum, live) => sum + live.reduce((count, { positions }) => count + positions.length, 0),
    0,
  );
}

function keyOf(state: State): string {
  return state
    .map((live) => live.map(({ pattern, positions }) => `${pattern}:${positions.join()}`).join(';'))
    .join('|');
}

function wordOf(trail: readonly Trail[], end: number): string {
  const codes: number[] = [];
  for (let at = end; at > 0; at = trail[at]?.parent ?? 0) codes.push(trail[at]?.code ?? 0);
  return codes
    .reverse()
    .map((code) => String.fromCharCode(code))
    .join('');
}
