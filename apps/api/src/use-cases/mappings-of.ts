import type { PrincipalMapping } from '../model/records.ts';
import type { Readers } from '../storage/readers.ts';

/** Who somebody is in AWS, in each account that says so. */
export async function mappingsOf(
  { principalMappings }: Pick<Readers, 'principalMappings'>,
  subject: string,
): Promise<readonly PrincipalMapping[]> {
  const found: PrincipalMapping[] = [];
  let after = { subject, accountId: '' };
  for (;;) {
    const rows = await principalMappings.list({ limit: 100, after });
    const own = rows.filter((row) => row.subject === subject);
    found.push(...own);
    const last = own.at(-1);
    if (last === undefined || own.length < rows.length) return found;
    after = { subject, accountId: last.accountId };
  }
}
