import type { Schema } from '@rolecall/contract';
import { problem } from '../../http/problem.ts';
import { type ApiTokenRecord, mintApiToken } from '../../identity/api-tokens.ts';
import type { Caller } from '../../identity/caller.ts';
import { type Permission, peopleOnly } from '../../identity/permissions.ts';
import { permissionsOf } from '../../identity/roles.ts';
import type { Answering } from '../role-requests/deps.ts';
import type { ServiceDeps } from '../service-deps.ts';

export interface MintedToken {
  readonly record: ApiTokenRecord;
  /** To be shown this once. */
  readonly token: string;
}

/**
 * Makes an API token that may do no more than who makes it. A token makes no tokens: one that was
 * stolen would outlive its revocation.
 *
 * @throws Problem `forbidden`, `body-invalid`
 */
export async function createToken<Answered>(
  deps: Pick<ServiceDeps, 'store' | 'now' | 'newId' | 'random'>,
  caller: Caller,
  input: Schema<'ApiTokenInput'>,
  answer: Answering<MintedToken, Answered>,
): Promise<Answered> {
  const { name, roles, scopes = null } = input;
  if (caller.tokenId !== null)
    throw problem('forbidden', { detail: 'An API token does not make API tokens.' });
  refuseMore(caller, input);
  const { actor, groups } = caller;
  const minted = mintApiToken(
    {
      id: deps.newId(),
      name,
      // Without roles of its own it acts for who makes it, person or machine.
      ...(roles === undefined ? { person: { actor, groups } } : { roles }),
      scopes: scopes ?? limitOf(caller),
      createdBy: actor,
      expiresAt: expiry(input, deps.now()),
    },
    deps,
  );
  const { record } = minted;
  return deps.store.transaction(async (tx) => {
    await tx.apiTokens.insert(record);
    tx.audit({
      at: record.createdAt,
      actor,
      type: 'api-token.created',
      subject: `api-tokens/${record.id}`,
      accountId: null,
      data: {
        name,
        actor: record.actor.id,
        roles: record.roles,
        scopes: record.scopes,
        expiresAt: record.expiresAt,
      },
    });
    return answer(tx, minted);
  });
}

function refuseMore({ permissions }: Caller, { roles, scopes }: Schema<'ApiTokenInput'>): void {
  const held = roles === undefined ? undefined : new Set(roles.flatMap(permissionsOf));
  const given: readonly Permission[] =
    held === undefined
      ? (scopes ?? [])
      : [...held].filter(
          (one) => !peopleOnly.has(one) && (scopes === undefined || scopes.includes(one)),
        );
  const beyond = given.filter((one) => !permissions.has(one));
  if (beyond.length === 0) return;
  throw problem('forbidden', {
    detail: `The caller may not do this either: ${beyond.join(', ')}.`,
  });
}

/** Credentials that allow less than the roles do must not be exchanged for some that allow all. */
function limitOf({ actor, roles, permissions }: Caller): readonly Permission[] | null {
  const all = roles.flatMap(permissionsOf);
  const isAll = all.every(
    (one) => permissions.has(one) || (actor.kind === 'machine' && peopleOnly.has(one)),
  );
  return isAll ? null : [...permissions];
}

/** PostgreSQL does not read the longer years that JavaScript writes. */
const endOfTime = Date.parse('9999-12-31T23:59:59.999Z');

function expiry({ expiresAt }: Schema<'ApiTokenInput'>, now: Date): string {
  const at = Date.parse(expiresAt);
  if (at > now.getTime() && at < endOfTime) return new Date(at).toISOString();
  const message = 'must lie ahead, before the year 10000';
  throw problem('body-invalid', { errors: [{ pointer: '/expiresAt', message }] });
}
