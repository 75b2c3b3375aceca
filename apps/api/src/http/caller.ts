import type { Actor } from '../model/records.ts';

/** Who sent a request, as authentication found out. */
export interface Caller {
  readonly actor: Actor;
  /** Names of permissions as `x-rolecall-permission` in the contract writes them. */
  readonly permissions: ReadonlySet<string>;
  /** Groups of a verified claim, as rules name them after `group:`. */
  readonly groups: readonly string[];
}

/** The caller of operations that everybody may use. */
export const anonymous: Caller = {
  actor: { kind: 'service', id: 'anonymous', name: 'anonymous' },
  permissions: new Set(),
  groups: [],
};
