import type { Json } from '@rolecall/policy';
import { ageInDays } from '../checks/dates.ts';
import type { Finding } from '../model/finding.ts';
import type { ThresholdName } from './framework.ts';

interface Measure {
  readonly setting: ThresholdName;
  /** What the finding says of its subject, in the unit of the setting; nothing where it does not. */
  readonly read: (evidence: Finding['evidence'], now: Date) => number | undefined;
}

/** Checks whose findings tell what was measured, so that another limit can be held against it. */
const measures: { readonly [check: string]: Measure } = {
  'key-unused': {
    setting: 'credentialUnusedDays',
    read: ({ lastUsedAt, lastRotatedAt }, now) => age(lastUsedAt ?? lastRotatedAt, now),
  },
  'user-password-unused': {
    setting: 'credentialUnusedDays',
    read: ({ countedFrom }, now) => age(countedFrom, now),
  },
  'key-age': {
    setting: 'accessKeyMaxAgeDays',
    read: ({ lastRotatedAt }, now) => age(lastRotatedAt, now),
  },
  'password-min-length': {
    setting: 'passwordMinimumLength',
    read: ({ MinimumPasswordLength: length }) => number(length),
  },
  'password-reuse': {
    setting: 'passwordReusePrevention',
    read: ({ PasswordReusePrevention: remembered }) => number(remembered),
  },
  'password-max-age': {
    setting: 'passwordMaxAgeDays',
    // Passwords that never expire have none.
    read: ({ MaxPasswordAge: days }) => (days === null ? Number.POSITIVE_INFINITY : number(days)),
  },
};

/** What a finding measured against `setting`, in its unit; nothing where it does not tell. */
export function measured(
  { check, evidence }: Finding,
  { setting, now }: { readonly setting: ThresholdName; readonly now: Date },
): number | undefined {
  const measure = measures[check];
  return measure?.setting === setting ? measure.read(evidence, now) : undefined;
}

function age(instant: Json | undefined, now: Date): number | undefined {
  if (typeof instant !== 'string' || Number.isNaN(Date.parse(instant))) return undefined;
  return ageInDays(instant, now);
}

function number(value: Json | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
