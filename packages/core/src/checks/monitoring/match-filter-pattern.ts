import { type Json, matchesPattern } from '@rolecall/policy';

/**
 * Whether an event matches a filter pattern of CloudWatch Logs for JSON, `{ … }`; a pattern that is
 * not understood matches nothing.
 * Source: Amazon CloudWatch Logs User Guide, "Filter pattern syntax for metric filters".
 */
export function matchesFilterPattern(pattern: string, event: Json): boolean {
  const inner = /^\s*\{([\s\S]*)\}\s*$/.exec(pattern)?.[1];
  if (inner === undefined) return false;
  const tokens = tokensOf(inner);
  if (tokens === undefined) return false;
  const state: State = { tokens, at: 0, event };
  const result = readOr(state);
  return result === true && state.at === tokens.length;
}

interface State {
  readonly tokens: readonly string[];
  at: number;
  readonly event: Json;
}

const token =
  /\s*(\(|\)|&&|\|\||!=|>=|<=|=|>|<|"(?:[^"\\]|\\.)*"|%(?:[^%])*%|\$[^\s()=!<>&|]*|[^\s()=!<>&|"]+)/gy;

function tokensOf(text: string): readonly string[] | undefined {
  const found: string[] = [];
  const trimmed = text.trimEnd();
  let end = 0;
  for (const match of trimmed.matchAll(token)) {
    found.push(match[1] ?? '');
    end = match.index + match[0].length;
  }
  return end === trimmed.length ? found : undefined;
}

/** Undefined: not understood. */
type Answer = boolean | undefined;

function readOr(state: State): Answer {
  let result = readAnd(state);
  while (state.tokens[state.at] === '||') {
    state.at++;
    const right = readAnd(state);
    result = result === undefined || right === undefined ? undefined : result || right;
  }
  return result;
}

function readAnd(state: State): Answer {
  let result = readTerm(state);
  while (state.tokens[state.at] === '&&') {
    state.at++;
    const right = readTerm(state);
    result = result === undefined || right === undefined ? undefined : result && right;
  }
  return result;
}

function readTerm(state: State): Answer {
  const first = state.tokens[state.at++];
  if (first === '(') {
    const inner = readOr(state);
    return state.tokens[state.at++] === ')' ? inner : undefined;
  }
  if (first === undefined || !first.startsWith('$')) return undefined;
  const value = valueAt(state.event, first);
  const operator = state.tokens[state.at++]?.toUpperCase();
  const next = state.tokens[state.at]?.toUpperCase();
  switch (operator) {
    case 'EXISTS':
      return value !== undefined;
    case 'NOT':
      state.at++;
      return next === 'EXISTS' ? value === undefined : undefined;
    case 'IS':
      state.at++;
      if (next === 'NULL') return value === null;
      return next === 'TRUE' ? value === true : next === 'FALSE' ? value === false : undefined;
    case '=':
    case '!=': {
      const wanted = state.tokens[state.at++];
      if (wanted === undefined) return undefined;
      // A member that is missing makes any comparison false.
      if (value === undefined || value === null || typeof value === 'object') return false;
      return equals(wanted, String(value)) === (operator === '=');
    }
    default:
      return undefined;
  }
}

function equals(wanted: string, value: string): boolean {
  if (wanted.startsWith('%')) return regexIn(wanted)?.test(value) ?? false;
  const text = wanted.startsWith('"') ? wanted.slice(1, -1).replace(/\\(.)/g, '$1') : wanted;
  return text.includes('*') ? matchesPattern(text.replaceAll('?', ''), value) : text === value;
}

/** The pattern of somebody's account: what would take long, or is none, matches nothing. */
function regexIn(wanted: string): RegExp | undefined {
  const source = wanted.slice(1, -1);
  return /^[\w\s.:/@^$|()-]*$/.test(source) && !/[+*{]/.test(source) ? tryRegex(source) : undefined;
}

function tryRegex(source: string): RegExp | undefined {
  try {
    return new RegExp(source);
  } catch {
    return undefined;
  }
}

function valueAt(event: Json, path: string): Json | undefined {
  const names = path
    .slice(1)
    .split('.')
    .filter((name) => name !== '');
  return names.reduce<Json | undefined>(
    (value, name) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.entries(value).find(([key]) => key === name)?.[1]
        : undefined,
    event,
  );
}
