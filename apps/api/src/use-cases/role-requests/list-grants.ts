import type { Caller } from '../../identity/caller.ts';
import { visibleGrants } from '../../identity/visibility.ts';
import type { GrantRecord, GrantState } from '../../model/records.ts';
import type { Page, PageQuery } from '../../storage/page.ts';
import type { GrantFilter } from '../../storage/repositories/grants.ts';
import type { RoleRequestDeps } from './deps.ts';
import { mergePages, type Source } from './merge-pages.ts';

export interface GrantQuery extends PageQuery {
  readonly states?: readonly GrantState[] | undefined;
  readonly holderId?: string | undefined;
  readonly accountId?: string | undefined;
  readonly blueprint?: string | undefined;
  readonly needsReview?: boolean | undefined;
  /** ISO 8601. */
  readonly expiresBefore?: string | undefined;
}

/** Who has what, as far as the caller may see it; the newest first. */
export async function listGrants(
  { store }: Pick<RoleRequestDeps, 'store'>,
  caller: Caller,
  { limit, after, ...filter }: GrantQuery,
): Promise<Page<GrantRecord>> {
  const source =
    (more: GrantFilter): Source<GrantRecord> =>
    (query) =>
      store.grants.list({ ...query, filter: { ...filter, ...more } });
  return mergePages(sourcesFor(caller, filter).map(source), { limit, after });
}

/** What the caller sees, as lists can be asked for it. */
function sourcesFor(caller: Caller, asked: GrantFilter): readonly GrantFilter[] {
  const visible = visibleGrants(caller);
  if (visible.kind === 'all') return [{}];
  const { holderId, scopes } = visible;
  const own = asked.holderId === undefined || asked.holderId === holderId ? [{ holderId }] : [];
  const approved = scopes.flatMap(({ accounts, blueprints }) =>
    narrowed(accounts, asked.accountId).flatMap((accountId) =>
      narrowed(blueprints, asked.blueprint).map((blueprint) => ({ accountId, blueprint })),
    ),
  );
  return [...own, ...approved];
}

/** The values to ask for: those of a scope (all, without one or with `*`), as far as they were asked for. */
function narrowed(
  scope: readonly string[] | undefined,
  asked: string | undefined,
): readonly (string | undefined)[] {
  if (scope === undefined || scope.includes('*')) return [asked];
  return asked === undefined ? scope : scope.filter((one) => one === asked);
}
