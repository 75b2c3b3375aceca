import { type ConditionTest, hasWildcards } from './condition-tests.ts';

type Names = (value: string, test: ConditionTest) => boolean;

/** No wildcard at all: an account, the id of an organization. */
export const isExact: Names = (value, test) => value !== '' && !hasWildcards(test, value);

/** Something of one organization: `o-a1b2c3/r-x/*`. */
const isOrganizationPath: Names = (value) => /^o-[^*?/]+\//.test(value);

/** An ARN whose account is written out. */
export const isArnOfAccount: Names = (value) => accountInArn(value) !== undefined;

/** An ARN of an account, or of what has none in its ARN, such as a bucket by its name. */
const isArnOfSomething: Names = (value) =>
  isArnOfAccount(value, { comparison: 'ArnLike', key: '', values: [] }) ||
  /^arn:[^:]*:[^:*?]+:[^:*?]*::[^:*?]/.test(value);

/** A unique id of a user or role, with the session behind it or not. */
export const isUniqueId: Names = (value) => /^(?:A[A-Z]{3}[A-Z0-9]{12,}|\d{12})(?::|$)/.test(value);

export function accountInArn(value: string): string | undefined {
  return /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(value)?.[1];
}

/** Keys whose values say who calls, or for whom a service calls, and what names somebody there. */
export const namingKeys = {
  'aws:principalorgid': isExact,
  'aws:principalorgpaths': isOrganizationPath,
  'aws:principalarn': isArnOfAccount,
  'aws:principalaccount': isExact,
  'aws:sourceaccount': isExact,
  'aws:sourcearn': isArnOfSomething,
  'aws:sourceorgid': isExact,
  'aws:sourceorgpaths': isOrganizationPath,
  'aws:userid': isUniqueId,
} as const;

/** Keys that a service sends along with whom it acts for. */
export const sourceKeys = {
  'aws:sourceaccount': isExact,
  'aws:sourcearn': isArnOfSomething,
  'aws:sourceorgid': isExact,
  'aws:sourceorgpaths': isOrganizationPath,
} as const;
