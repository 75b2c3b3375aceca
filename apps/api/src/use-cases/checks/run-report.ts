import type { Schema } from '@rolecall/contract';
import type { Caller } from '@rolecall/core';
import type { Json } from '@rolecall/policy';
import { z } from 'zod';

/** What is kept of a run beside its findings, as its job makes it. */
export interface RunReport {
  /** Rolecall's own. */
  readonly version: string;
  /** Who looked. */
  readonly caller: Caller;
  readonly takenAt: string;
  readonly checkedAt: string;
  readonly credentialReportGeneratedAt: string | null;
  readonly compliance: object | null;
  readonly fixPlan: object | null;
  readonly fresh: object | null;
}

/** The same, as the contract shows it. */
export interface StoredRunReport extends RunReport {
  readonly compliance: Schema<'Compliance'> | null;
  readonly fixPlan: Schema<'FixPlan'> | null;
  readonly fresh: Schema<'FreshReads'> | null;
}

const stored = z.custom<StoredRunReport>(
  (value) => z.looseObject({ version: z.string(), takenAt: z.string() }).safeParse(value).success,
);

/** Stored by the job of the run, from what core gives. */
export function readRunReport(report: Json): StoredRunReport {
  return stored.parse(report);
}
