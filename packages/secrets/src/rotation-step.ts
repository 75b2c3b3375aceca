import type { KeyUse, SignIn } from '@rolecall/core';

/** What comes next when the access key of a user is exchanged. Each is one run. */
export type RotationStep =
  /** The second key is made and handed over; the first goes on working. */
  | { readonly kind: 'create' }
  /** The first key was used too lately to be put out of use. */
  | { readonly kind: 'wait'; readonly id: string; readonly use: KeyUse }
  /** It can be made active again, should something still need it. */
  | { readonly kind: 'deactivate'; readonly id: string }
  | { readonly kind: 'delete'; readonly id: string }
  /** There is no key, or nobody can tell which is the old one. */
  | { readonly kind: 'nothing'; readonly why: 'no-key' | 'unclear' };

export interface RotationFacts {
  readonly accessKeys: SignIn['accessKeys'];
  /** Of the oldest key. */
  readonly lastUse: KeyUse | undefined;
  readonly now: Date;
  /** Milliseconds for which the old key must not have been used. */
  readonly quietMs: number;
}

/** Told from the account alone, so that any run goes on where another ended. */
export function rotationStep({ accessKeys, lastUse, now, quietMs }: RotationFacts): RotationStep {
  const [old, fresh] = oldestFirst(accessKeys);
  if (old === undefined) return { kind: 'nothing', why: 'no-key' };
  if (fresh === undefined) return { kind: 'create' };
  if (old.createdAt === fresh.createdAt || !fresh.active)
    return { kind: 'nothing', why: 'unclear' };
  if (!old.active) return { kind: 'delete', id: old.id };
  if (lastUse !== undefined && now.getTime() - Date.parse(lastUse.at) < quietMs) {
    return { kind: 'wait', id: old.id, use: lastUse };
  }
  return { kind: 'deactivate', id: old.id };
}

export function oldestFirst(accessKeys: SignIn['accessKeys']): SignIn['accessKeys'] {
  return accessKeys.toSorted((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt));
}
