import type { GrantRecord } from '../../../model/records.ts';
import type { Removed } from '../../../role-requests/remove.ts';
import type { Transaction } from '../../../storage/transaction.ts';
import { byService } from '../by-service.ts';
import { moveGrant } from '../move-grant.ts';
import { describeFailure } from './describe-failure.ts';

export interface SettlingRemoval {
  readonly grantId: string;
  readonly removed: Removed;
  /** Whether it is too early to say that it failed. */
  readonly mayRetry: boolean;
}

/** Writes down what came of an attempt to remove a grant. What failed is always tried again. */
export async function settleRemoval(
  tx: Transaction,
  now: Date,
  { grantId, removed, mayRetry }: SettlingRemoval,
): Promise<'settled' | 'try-again'> {
  const grant = await tx.grants.getForUpdate(grantId);
  if (grant === undefined || grant.state === 'expired' || grant.state === 'revoked')
    return 'settled';
  switch (removed.kind) {
    case 'removed':
      await markRemoved(tx, now, { grant, warnings: removed.warnings });
      return 'settled';
    case 'failed': {
      const failure = describeFailure(removed.failure, removed.leftovers);
      const isNews = grant.failure !== failure;
      if (grant.state === 'removal-failed' || (mayRetry && removed.failure.retry)) {
        if (isNews) await tx.grants.updateIf(grant.id, grant.revision, { failure });
        return 'try-again';
      }
      await moveGrant(tx, now, {
        grant,
        event: { kind: 'fail-removal' },
        by: byService,
        type: 'grant.removal-failed',
        changes: { failure },
        data: { failure },
      });
      return 'try-again';
    }
    default:
      return removed satisfies never;
  }
}

async function markRemoved(
  tx: Transaction,
  now: Date,
  { grant, warnings }: { readonly grant: GrantRecord; readonly warnings: readonly string[] },
): Promise<void> {
  const going =
    grant.state === 'removal-failed'
      ? await moveGrant(tx, now, {
          grant,
          event: { kind: 'retry-removal' },
          by: byService,
          type: 'grant.removal-retried',
        })
      : grant;
  await moveGrant(tx, now, {
    grant: going,
    event: { kind: 'removed' },
    by: byService,
    type: going.state === 'removing' ? 'grant.expired' : 'grant.revoked',
    changes: { endedAt: now.toISOString(), failure: null },
    data: { warnings, reason: grant.endReason },
  });
}
