import type { OperationStatus } from '../plan/apply-report.ts';

export interface FixResult {
  /** Of the operation. */
  readonly id: string;
  readonly action: string;
  /** ARN. */
  readonly subject: string;
  readonly status: OperationStatus;
  /** `changed`: the state is no longer what was planned on; `locks-out`: see the message. */
  readonly reason?: 'changed' | 'locks-out' | 'aws';
  readonly message?: string;
  readonly hint?: string | undefined;
}

export interface FixReport {
  readonly planId: string;
  readonly account: string;
  readonly partition: string;
  readonly results: readonly FixResult[];
  readonly warnings: readonly string[];
  readonly interrupted: boolean;
  /** Everything that was planned is so now. */
  readonly complete: boolean;
}
