import type { KeyUse, SignIn } from '@rolecall/core';
import type { FoundDoubt } from './find-doubt.ts';

/** What comes next when the access key of a user is exchanged. Each is one run. */
export type RotationStep =
  /** What a run that was cut off left is deleted, and its mark taken off. */
  | { readonly kind: 'settle'; readonly found: FoundDoubt }
  /** The second key is made and handed over; the first goes on working. */
  | { readonly kind: 'create' }
  /** The first key was used too lately to be put out of use, or deleted. */
  | {
      readonly kind: 'wait';
      readonly id: string;
      /** `undefined`: AWS has not seen it used. */
      readonly use: KeyUse | undefined;
      /** From when the quiet time counts; RFC 3339, UTC. */
      readonly since: string;
    }
  /** It can be made active again, should something still need it. */
  | { readonly kind: 'deactivate'; readonly id: string }
  | { readonly kind: 'delete'; readonly id: string }
  /** There is no key, or nobody can tell which is the old one. */
  | { readonly kind: 'nothing'; readonly why: 'no-key' | 'unclear' };

export interface RotationFacts {
  /** What a run that was cut off left, if one did. */
  readonly doubt: FoundDoubt | undefined;
  readonly accessKeys: SignIn['accessKeys'];
  /** Of the oldest key. */
  readonly lastUse: KeyUse | undefined;
  readonly now: Date;
  /** Milliseconds for which the old key must not have been used. */
  readonly quietMs: number;
}

/** Told from the account alone, so that any run goes on where another ended. */
export function rotationStep(facts: RotationFacts): RotationStep {
  const { doubt, accessKeys, lastUse, now, quietMs } = facts;
  if (doubt !== undefined) return { kind: 'settle', found: doubt };
  const [old, fresh] = oldestFirst(accessKeys);
  if (old === undefined) return { kind: 'nothing', why: 'no-key' };
  if (fresh === undefined) return { kind: 'create' };
  if (old.createdAt === fresh.createdAt || !fresh.active)
    return { kind: 'nothing', why: 'unclear' };
  // AWS tells of uses with a delay: that it tells of none says little right after the exchange.
  const since = lastUse?.at ?? fresh.createdAt;
  if (now.getTime() - Date.parse(since) < quietMs) {
    return { kind: 'wait', id: old.id, use: lastUse, since };
  }
  return { kind: old.active ? 'deactivate' : 'delete', id: old.id };
}

export function oldestFirst(accessKeys: SignIn['accessKeys']): SignIn['accessKeys'] {
  return accessKeys.toSorted((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt));
}
