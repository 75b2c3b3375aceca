import type { ApiTokenRecord } from '../../identity/api-tokens.ts';
import type { Caller } from '../../identity/caller.ts';
import type { PageCursor, PageQuery } from '../../storage/page.ts';
import type { Readers } from '../../storage/readers.ts';

/** Administrators see all, others those that act for them or that they have made. */
export function maySeeToken(
  { actor, roles }: Caller,
  token: Pick<ApiTokenRecord, 'actor' | 'createdBy' | 'revokedAt'>,
): boolean {
  if (token.revokedAt !== null) return false;
  if (roles.includes('administrator')) return true;
  return token.actor.id === actor.id || token.createdBy.id === actor.id;
}

export interface TokenPage {
  readonly rows: readonly ApiTokenRecord[];
  readonly next: PageCursor | undefined;
}

const pageSize = 100;

/** The newest first. */
export async function listTokens(
  { apiTokens }: Pick<Readers, 'apiTokens'>,
  caller: Caller,
  { limit, after }: PageQuery,
): Promise<TokenPage> {
  const rows: ApiTokenRecord[] = [];
  let from = after;
  for (;;) {
    const page = await apiTokens.list({ limit: pageSize, after: from });
    for (const token of page.rows) {
      if (!maySeeToken(caller, token)) continue;
      if (rows.length === limit) return { rows, next: rows.at(-1) };
      rows.push(token);
    }
    from = page.next;
    if (from === undefined) return { rows, next: undefined };
  }
}
