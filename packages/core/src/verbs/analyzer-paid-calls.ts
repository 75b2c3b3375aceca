import { RolecallError } from '../model/errors.ts';

/** Actions of Access Analyzer that AWS charges for by the call. */
export const paidAnalyzerActions = [
  'access-analyzer:CheckNoNewAccess',
  'access-analyzer:CheckAccessNotGranted',
  'access-analyzer:CheckNoPublicAccess',
] as const;

export type PaidAnalyzerAction = (typeof paidAnalyzerActions)[number];

/** What is said before the first paid call. */
export interface PaidCallsAnnouncement {
  readonly calls: number;
  /** In US dollars. */
  readonly pricePerCallUsd: number;
  /** In US dollars, for all calls together. */
  readonly total: number;
  readonly source: string;
  /** The day on which the price was looked up. */
  readonly date: string;
}

/**
 * The price of a custom policy check as several third parties cite AWS's price page; AWS's own page
 * was not read, so it is named as the place to see.
 */
const price = {
  // Whole units, so that the sum is exact.
  tenThousandthsUsd: 20,
  source: 'third parties; see https://aws.amazon.com/iam/access-analyzer/pricing',
  date: '2026-11-20',
} as const;

/** What `calls` paid calls cost. A negative number or a fraction of a call is a defect. */
export function announcePaidCalls(calls: number): PaidCallsAnnouncement {
  if (!Number.isSafeInteger(calls) || calls < 0) throw new RangeError(`${calls} paid calls`);
  return {
    calls,
    pricePerCallUsd: price.tenThousandthsUsd / 10_000,
    total: (calls * price.tenThousandthsUsd) / 10_000,
    source: price.source,
    date: price.date,
  };
}

/** Counts paid calls against what was announced. */
export interface PaidCalls {
  readonly announced: PaidCallsAnnouncement;
  made(): number;
  /** Is asked just before each paid call. Fails with USAGE once the announced calls are used up. */
  take(action: PaidAnalyzerAction): void;
}

export function countPaidCalls(announced: PaidCallsAnnouncement): PaidCalls {
  let made = 0;
  return {
    announced,
    made: () => made,
    take(action) {
      if (made >= announced.calls) throw notAnnounced(action, announced.calls);
      made += 1;
    },
  };
}

/** Stands where nobody agreed to pay: every paid call is refused. */
export const noPaidCalls: PaidCalls = countPaidCalls(announcePaidCalls(0));

function notAnnounced(action: PaidAnalyzerAction, announced: number): RolecallError {
  return new RolecallError(
    'USAGE',
    `AWS charges for each ${action}, and ${announced} paid calls were announced.`,
    { action, hint: 'Agree to the paid calls first, or rely on the offline answer.' },
  );
}
