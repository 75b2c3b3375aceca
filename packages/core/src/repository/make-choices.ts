import type { Draft, Unknown } from './draft.ts';
import type { Guard } from './repository-policy.ts';

export interface Guarded {
  readonly draft: Draft;
  readonly when: readonly Guard[];
}

/** The items of a list, of choices and of lists in them, each with what it is there under. */
export function withChoices(draft: Draft | undefined, when: readonly Guard[]): readonly Guarded[] {
  if (draft === undefined || draft.kind === 'absent') return [];
  if (draft.kind === 'array') return draft.items.flatMap((item) => withChoices(item, when));
  if (draft.kind !== 'choice') return [{ draft, when }];
  const { condition, whenTrue, whenFalse } = draft;
  return [
    { side: whenTrue, holds: true },
    { side: whenFalse, holds: false },
  ].flatMap(({ side, holds }) => {
    const guards = joined(when, { condition, holds });
    return guards === undefined ? [] : withChoices(side, guards);
  });
}

/** `undefined`: the guards contradict each other. */
function joined(when: readonly Guard[], guard: Guard): readonly Guard[] | undefined {
  const known = when.find(({ condition }) => condition.identity === guard.condition.identity);
  if (known === undefined) return [...when, guard];
  return known.holds === guard.holds ? when : undefined;
}

/** Every way to decide the choices within a draft; `undefined`: there are too many. */
export function decisionsOf(
  draft: Draft,
  when: readonly Guard[],
  most: number,
): readonly (readonly Guard[])[] | undefined {
  const conditions = [...conditionsIn(draft).values()];
  if (conditions.length > most) return undefined;
  let decisions: readonly (readonly Guard[])[] = [when];
  for (const condition of conditions)
    decisions = decisions.flatMap((guards) =>
      [true, false].flatMap((holds) => {
        const next = joined(guards, { condition, holds });
        return next === undefined ? [] : [next];
      }),
    );
  return decisions;
}

function conditionsIn(
  draft: Draft,
  found: Map<string, Unknown> = new Map(),
): ReadonlyMap<string, Unknown> {
  if (draft.kind === 'choice') {
    found.set(draft.condition.identity, draft.condition);
    conditionsIn(draft.whenTrue, found);
    conditionsIn(draft.whenFalse, found);
  }
  if (draft.kind === 'array') for (const item of draft.items) conditionsIn(item, found);
  if (draft.kind === 'object') for (const { value } of draft.members) conditionsIn(value, found);
  return found;
}

/** The draft with every choice made; what is absent then is left out. */
export function resolveChoices(draft: Draft, guards: readonly Guard[]): Draft {
  if (draft.kind === 'choice') {
    const { identity } = draft.condition;
    const isHeld = guards.find(({ condition }) => condition.identity === identity)?.holds;
    return resolveChoices(isHeld === false ? draft.whenFalse : draft.whenTrue, guards);
  }
  if (draft.kind === 'array') {
    const items = draft.items.map((item) => resolveChoices(item, guards));
    return { ...draft, items: items.filter(({ kind }) => kind !== 'absent') };
  }
  if (draft.kind !== 'object') return draft;
  const members = draft.members.map(({ key, value }) => ({
    key,
    value: resolveChoices(value, guards),
  }));
  return { ...draft, members: members.filter(({ value }) => value.kind !== 'absent') };
}
