import type { AccessRequest } from '../../evaluate/access-request.ts';
import type { Condition, Policy, Statement } from '../../language/policy.ts';
import { actions, callers, keyTypeOf, resources, sent } from './vocabulary.fixture.ts';

/** Requests near what the policies speak of: their patterns filled in, keys sent, left out, doubled. */
export function* requestsNear(
  policies: { readonly old: readonly Policy[]; readonly next: readonly Policy[] },
  { seed, count }: { readonly seed: number; readonly count: number },
): Generator<AccessRequest> {
  const draw = drawer(seed);
  const all = [...policies.old, ...policies.next].flatMap(({ statements }) => statements);
  const wanted = [
    ...policies.next.flatMap(({ statements }) => statements.filter(isAllow)),
    ...policies.old.flatMap(({ statements }) => statements.filter((one) => !isAllow(one))),
  ];
  const byKey = Map.groupBy(
    all.flatMap(({ conditions }) => conditions),
    ({ key }) => key.toLowerCase(),
  );
  for (let made = 0; made < count; made++) {
    const target = draw.from(wanted) ?? draw.from(all);
    const near = draw.from(all);
    const context = contextFor(byKey, draw.chance(0.7) ? target : near, draw);
    yield {
      principal: draw.from(callers),
      action: filledIn(target?.action, { universe: actions, context, draw }),
      resource: filledIn((draw.chance(0.7) ? target : near)?.resource, {
        universe: resources,
        context,
        draw,
      }),
      context,
    };
  }
}

type Context = ReadonlyMap<string, readonly string[]>;

interface Draw {
  chance(probability: number): boolean;
  from<T>(items: readonly T[]): T | undefined;
}

/** Mulberry32: the same seed gives the same draws. */
function drawer(seed: number): Draw {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    chance: (probability) => next() < probability,
    from: (items) => items[Math.floor(next() * items.length)],
  };
}

function isAllow({ effect }: Statement): boolean {
  return effect === 'Allow';
}

function contextFor(
  byKey: ReadonlyMap<string, readonly Condition[]>,
  target: Statement | undefined,
  draw: Draw,
): Context {
  const context = new Map<string, readonly string[]>();
  for (const key of ['aws:username', 'k:text', 'aws:tagkeys', 'k:any'])
    if (draw.chance(0.5)) context.set(key, [draw.from(sent.text) ?? 'a']);
  for (const [key, conditions] of byKey) {
    const own = target?.conditions.filter((one) => one.key.toLowerCase() === key) ?? [];
    const many =
      key === 'aws:tagkeys' || conditions.some(({ operator }) => operator.qualifier !== undefined);
    const sources = own.length > 0 && draw.chance(0.7) ? own : conditions;
    const length = draw.chance(0.2) ? 0 : many && draw.chance(0.4) ? 2 : 1;
    const list = Array.from({ length }, () => valueNear(key, sources, { context, draw }));
    if (length === 0) context.delete(key);
    else context.set(key, list);
  }
  return context;
}

function valueNear(
  key: string,
  conditions: readonly Condition[],
  { context, draw }: { context: Context; draw: Draw },
): string {
  const type = keyTypeOf(key);
  const pool = type === undefined || type === 'String' ? sent.text : sent[type];
  const written = draw.from(draw.from(conditions)?.values ?? []);
  if (written === undefined || draw.chance(0.4)) return draw.from(pool) ?? 'a';
  const filled = fill(written, { context, draw });
  const value = draw.chance(0.15) ? filled.toUpperCase() : filled;
  // A request of AWS has values of the key's own form only.
  return type === undefined || type === 'String' || hasForm(type, value)
    ? value
    : (draw.from(pool) ?? 'a');
}

const forms = {
  IpAddress: /^(?:(?:0|[1-9]\d{0,2})(?:\.(?:0|[1-9]\d{0,2})){3}|[0-9a-f:]+:[0-9a-f]*)$/,
  Date: /^(?:\d{4}-\d\d-[0-2]\d(?:T.*)?|\d{5,12})$/,
  Bool: /^(?:true|false)$/,
  Numeric: /^-?\d+(?:\.\d+)?(?:e\d+)?$/,
  Binary: /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/,
  Arn: /^arn:/,
} as const;

function hasForm(type: keyof typeof forms, value: string): boolean {
  return forms[type].test(value);
}

function filledIn(
  element: { readonly negated: boolean; readonly patterns: readonly string[] } | undefined,
  { universe, context, draw }: { universe: readonly string[]; context: Context; draw: Draw },
): string {
  const other = draw.from(universe) ?? '';
  if (element === undefined || draw.chance(element.negated ? 0.8 : 0.2)) return other;
  const pattern = draw.from(element.patterns) ?? other;
  const text = pattern === '*' ? other : fill(pattern, { context, draw });
  return text.includes(':') ? text : other;
}

/** A text the pattern matches, if the context has what its variables stand for. */
function fill(pattern: string, { context, draw }: { context: Context; draw: Draw }): string {
  return pattern.replaceAll(
    /\$\{([^},]*)(?:, *'([^']*)')?\}|\*|\?/g,
    (found: string, key: string | undefined, fallback: string | undefined) => {
      if (found === '*') return draw.from(['', 'a', 'b', 'ab', ':b', '/b', 'a/b']) ?? '';
      if (found === '?') return draw.from(['a', 'b', ':', '1']) ?? '';
      if (key === '*' || key === '?' || key === '$') return key;
      if (draw.chance(0.1)) return found;
      return context.get((key ?? '').toLowerCase())?.[0] ?? fallback ?? 'a';
    },
  );
}
