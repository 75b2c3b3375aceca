import type { EligibilityRule } from '../model/records.ts';
import { type Caller, isListed, namesOf } from './caller.ts';

/** What one rule lets somebody ask for; `*` in a list is every one there is. */
export interface Eligibility {
  /** Id of the rule. */
  readonly rule: string;
  readonly blueprints: readonly string[];
  readonly accounts: readonly string[];
  readonly maxDurationSeconds: number;
  readonly emergency: boolean;
}

export interface Target {
  readonly blueprint?: string | undefined;
  readonly account?: string | undefined;
}

/** Everything that the caller may ask for, of a blueprint or an account where one is named. */
export function eligibleFor(
  rules: readonly EligibilityRule[],
  caller: Caller,
  { blueprint, account }: Target = {},
): readonly Eligibility[] {
  return rules
    .filter(
      (rule) =>
        isWho(rule, caller) &&
        (blueprint === undefined || isListed(rule.blueprints, blueprint)) &&
        (account === undefined || isListed(rule.accounts, account)),
    )
    .map(({ id, blueprints, accounts, maxDurationSeconds, emergency }) => ({
      rule: id,
      blueprints: blueprint === undefined ? blueprints : [blueprint],
      accounts: account === undefined ? accounts : [account],
      maxDurationSeconds,
      emergency,
    }));
}

export interface Wanted {
  readonly blueprint: string;
  readonly account: string;
  readonly durationSeconds: number;
  readonly emergency: boolean;
}

export type EligibilityVerdict =
  | { readonly kind: 'allowed'; readonly rule: string; readonly maxDurationSeconds: number }
  | {
      readonly kind: 'refused';
      readonly code: 'not-eligible' | 'no-emergency' | 'too-long' | 'duration-invalid';
      /** The longest that would be allowed, in seconds; 0 where nothing is. */
      readonly maxDurationSeconds: number;
    };

/**
 * Whether the caller may ask for exactly this. One rule must allow all of it: that one rule gives
 * a long time and another an emergency makes no long emergency.
 */
export function judgeEligibility(
  rules: readonly EligibilityRule[],
  caller: Caller,
  wanted: Wanted,
): EligibilityVerdict {
  const { blueprint, account, durationSeconds, emergency } = wanted;
  const refused = (
    code: Extract<EligibilityVerdict, { kind: 'refused' }>['code'],
    maxDurationSeconds = 0,
  ): EligibilityVerdict => ({ kind: 'refused', code, maxDurationSeconds });
  if (!Number.isInteger(durationSeconds) || durationSeconds < 1) return refused('duration-invalid');
  const matching = eligibleFor(rules, caller, { blueprint, account });
  if (matching.length === 0) return refused('not-eligible');
  const fitting = matching.filter((rule) => rule.emergency || !emergency);
  const longest = fitting.toSorted((a, b) => b.maxDurationSeconds - a.maxDurationSeconds)[0];
  if (longest === undefined) return refused('no-emergency');
  const { rule, maxDurationSeconds } = longest;
  return durationSeconds > maxDurationSeconds
    ? refused('too-long', maxDurationSeconds)
    : { kind: 'allowed', rule, maxDurationSeconds };
}

function isWho({ who }: EligibilityRule, caller: Caller): boolean {
  return who.includes('*') || namesOf(caller).some((name) => who.includes(name));
}
