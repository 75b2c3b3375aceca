import type { AccountRecord } from '../../model/records.ts';
import type { Readers } from '../../storage/readers.ts';

export interface AccountQuery {
  readonly limit: number;
  readonly afterId: string | undefined;
  readonly environment: string | undefined;
  readonly state: AccountRecord['state'] | undefined;
}

const pageSize = 200;

/** A page of accounts in the order of their ids, and whether there are more. */
export async function listAccounts(
  { accounts }: Pick<Readers, 'accounts'>,
  { limit, afterId, environment, state }: AccountQuery,
): Promise<{ readonly rows: readonly AccountRecord[]; readonly isLast: boolean }> {
  const rows: AccountRecord[] = [];
  let from = afterId;
  for (;;) {
    const page = await accounts.list({ limit: pageSize, afterId: from });
    for (const account of page) {
      if (environment !== undefined && account.environment !== environment) continue;
      if (state !== undefined && account.state !== state) continue;
      if (rows.length === limit) return { rows, isLast: false };
      rows.push(account);
    }
    from = page.at(-1)?.id;
    if (page.length < pageSize) return { rows, isLast: true };
  }
}
