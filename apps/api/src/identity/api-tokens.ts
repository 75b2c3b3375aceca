import { hash, timingSafeEqual } from 'node:crypto';
import type { Actor } from '../model/records.ts';
import { createBoundedCache } from './bounded-cache.ts';
import type { Identity } from './identity.ts';
import type { Permission } from './permissions.ts';
import type { Role } from './roles.ts';
import { Unauthenticated } from './unauthenticated.ts';

/** A token made by the service itself, for whoever has no identity provider. */
export interface ApiTokenRecord {
  /** A UUID; stands in the token, without hyphens. */
  readonly id: string;
  readonly name: string;
  /** SHA-256 of the whole token, in base64url. */
  readonly hash: string;
  /** Whom it acts for: the person whose token it is, or a machine of its own, `token:{id}`. */
  readonly actor: Actor;
  /** Of a machine. A person has the roles that the assignments say at the time. */
  readonly roles: readonly Role[];
  /** The groups that the person's own credentials showed when this was made. */
  readonly groups: readonly string[];
  /** All that may be done with it; `null`: whatever the roles allow. */
  readonly scopes: readonly Permission[] | null;
  readonly createdBy: Actor;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly revokedAt: string | null;
  /** To the hour, so that not every request writes. */
  readonly lastUsedAt: string | null;
}

/** What verifying needs of the storage. */
export interface ApiTokenStore {
  get(id: string): Promise<ApiTokenRecord | undefined>;
  /** Sets `lastUsedAt`. */
  noteUse(id: string, at: string): Promise<void>;
}

export interface ApiTokenInput {
  /** A UUID. */
  readonly id: string;
  readonly name: string;
  /** The person it acts for; without it, it is a machine called as the token is. */
  readonly person?: { readonly actor: Actor; readonly groups: readonly string[] } | undefined;
  /** Of a machine. */
  readonly roles?: readonly Role[] | undefined;
  readonly scopes: readonly Permission[] | null;
  readonly createdBy: Actor;
  readonly expiresAt: string;
}

/** So many random bytes, of a cryptographic source. */
export type RandomBytes = (count: number) => Uint8Array;

/** Makes a token. The text is shown once and kept nowhere; the record is to be stored. */
export function mintApiToken(
  input: ApiTokenInput,
  { random, now }: { readonly random: RandomBytes; readonly now: () => Date },
): { readonly token: string; readonly record: ApiTokenRecord } {
  const { id, name, person, roles = [], scopes, createdBy, expiresAt } = input;
  const token = `rc_${id.replaceAll('-', '')}_${Buffer.from(random(32)).toString('base64url')}`;
  const record: ApiTokenRecord = {
    id,
    name,
    hash: digest(token),
    actor: person?.actor ?? { kind: 'machine', id: `token:${id}`, name },
    roles: person === undefined ? roles : [],
    groups: person?.groups ?? [],
    scopes,
    createdBy,
    createdAt: now().toISOString(),
    expiresAt,
    revokedAt: null,
    lastUsedAt: null,
  };
  return { token, record };
}

export function isApiToken(text: string): boolean {
  return text.startsWith('rc_');
}

export interface ApiTokenVerifier {
  /** @throws Unauthenticated; whatever the store fails with */
  verify(token: string): Promise<Identity>;
  /** To be called when a token was changed or revoked here. */
  forget(id: string): void;
}

/**
 * Verifies API tokens. The store is asked every time, so that a revocation holds everywhere from the
 * next request on; with `freshMs`, replicas that did not hear of it may go on for so long.
 */
export function createApiTokenVerifier(options: {
  readonly store: ApiTokenStore;
  readonly now: () => Date;
  readonly freshMs?: number | undefined;
}): ApiTokenVerifier {
  const { store, now, freshMs = 0 } = options;
  const remembered = createBoundedCache<Remembered>({ limit: 10_000, now });

  const find = async (id: string): Promise<Remembered | undefined> => {
    const record = await store.get(id);
    return record && { record, identity: identityOf(record) };
  };

  return {
    verify: async (token) => {
      const digits = tokenPattern.exec(token)?.[1];
      if (digits === undefined) throw new Unauthenticated('malformed');
      const id = digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
      const hit = remembered.get(id);
      const found = hit ?? (await find(id));
      if (found === undefined || !sameDigest(digest(token), found.record.hash)) {
        throw new Unauthenticated('unknown-token');
      }
      const { record, identity } = found;
      if (record.revokedAt !== null) throw new Unauthenticated('revoked');
      if (!(Date.parse(record.expiresAt) > now().getTime())) throw new Unauthenticated('expired');
      if (hit === undefined) {
        const hour = hourOf(now());
        if (record.lastUsedAt !== hour) await store.noteUse(id, hour);
        remembered.set(id, found, now().getTime() + freshMs);
      }
      return identity;
    },
    forget: remembered.delete,
  };
}

interface Remembered {
  readonly record: ApiTokenRecord;
  readonly identity: Identity;
}

/** 32 bytes are 43 characters. */
const tokenPattern = /^rc_([0-9a-f]{32})_[\w-]{43}$/;

function identityOf({ id, actor, groups, roles, scopes }: ApiTokenRecord): Identity {
  return { actor, groups, roles: actor.kind === 'machine' ? roles : [], scopes, tokenId: id };
}

/**
 * One round of SHA-256 is enough: slow hashes are for passwords, which can be guessed. Of 256 random
 * bits nobody tries a noticeable part, and a slow hash would let strangers keep the service busy.
 */
function digest(token: string): string {
  return hash('sha256', token, 'base64url');
}

function sameDigest(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function hourOf(at: Date): string {
  return `${at.toISOString().slice(0, 13)}:00:00.000Z`;
}
