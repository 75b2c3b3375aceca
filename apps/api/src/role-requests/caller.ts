import type { Actor } from '../model/records.ts';

/** Who asks, and the groups that a verified token says they are in. */
export interface Caller {
  readonly actor: Actor;
  /** Bare names: `platform`, not `group:platform`. */
  readonly groups: readonly string[];
}

/** Names a rule may call the caller by: the subject, and `group:{name}` for each group. */
export function namesOf({ actor, groups }: Caller): readonly string[] {
  return [actor.id, ...groups.map((group) => `group:${group}`)];
}

/** Whether a list of a rule holds a value, by itself or by `*`. */
export function isListed(list: readonly string[], value: string): boolean {
  return list.includes('*') || list.includes(value);
}
