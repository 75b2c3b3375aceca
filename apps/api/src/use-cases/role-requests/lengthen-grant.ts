import type { GrantRecord, RoleRequestRecord } from '../../model/records.ts';
import type { GrantStep } from '../../role-requests/next-grant-state.ts';
import type { Transaction } from '../../storage/transaction.ts';
import { moveGrant } from './move-grant.ts';

export interface Lengthening {
  readonly grant: GrantRecord;
  /** ISO 8601. */
  readonly expiresAt: string;
  readonly by: GrantStep['by'];
  /** Of those who were asked. */
  readonly request?: Pick<RoleRequestRecord, 'id'> | undefined;
  /** The rule that asks nobody. */
  readonly rule?: string | undefined;
}

/** Lets a grant end later; the job writes the new end on its roles. */
export async function lengthenGrant(
  tx: Transaction,
  now: Date,
  { grant, expiresAt, by, request, rule }: Lengthening,
): Promise<GrantRecord> {
  const extended = await moveGrant(tx, now, {
    grant,
    event: { kind: 'extend' },
    by,
    type: 'grant.extended',
    changes: { expiresAt },
    data: {
      before: grant.expiresAt,
      ...(request === undefined ? {} : { requestId: request.id }),
      ...(rule === undefined ? {} : { rule }),
    },
  });
  await tx.enqueue('provision', { requestId: grant.requestId });
  return extended;
}
