import type { Instant } from './entities.ts';

/** A trail of CloudTrail, the account's own or the organization's. */
export interface Trail {
  readonly arn: string;
  readonly name: string;
  readonly homeRegion: string;
  multiRegion: boolean;
  organization: boolean;
  globalEvents: boolean;
  logFileValidation: boolean;
  bucket: string;
  kmsKey?: string | undefined;
  logGroupArn?: string | undefined;
  logGroupRole?: string | undefined;
  logging: boolean;
  startedAt?: Instant | undefined;
  readonly deliveryError?: string | undefined;
  readonly selectors: readonly EventSelector[];
  readonly advancedSelectors: readonly AdvancedSelector[];
}

export interface EventSelector {
  readonly readWrite: 'All' | 'ReadOnly' | 'WriteOnly';
  readonly management: boolean;
  /** Sources of management events that it leaves out. */
  readonly exclude: readonly string[];
}

/** As CloudTrail has it. */
export interface AdvancedSelector {
  readonly name?: string | undefined;
  readonly fields: readonly FieldSelector[];
}

export interface FieldSelector {
  readonly field: string;
  readonly equals?: readonly string[] | undefined;
  readonly notEquals?: readonly string[] | undefined;
  readonly startsWith?: readonly string[] | undefined;
  readonly notStartsWith?: readonly string[] | undefined;
  readonly endsWith?: readonly string[] | undefined;
  readonly notEndsWith?: readonly string[] | undefined;
}
