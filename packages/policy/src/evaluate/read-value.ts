import type { Comparison } from '../language/condition-operator.ts';
import { arnMatcher } from './arn-matcher.ts';
import { binaryMatcher } from './binary-matcher.ts';
import { boolMatcher } from './bool-matcher.ts';
import { dateMatcher } from './date-matcher.ts';
import { ipAddressMatcher } from './ip-address-matcher.ts';
import type { MatchScope } from './match-options.ts';
import { numericMatcher } from './numeric-matcher.ts';
import {
  stringEqualsIgnoreCaseMatcher,
  stringEqualsMatcher,
  stringLikeMatcher,
} from './string-matcher.ts';
import type { ValueMatcher } from './value-matcher.ts';

/**
 * Reads one value of a condition. One that is no value of the operator's type, or holds a variable
 * that has no value, gives a matcher that matches nothing.
 */
export function readValue(
  comparison: Exclude<Comparison, 'Null'>,
  value: string,
  scope: MatchScope,
): ValueMatcher {
  switch (comparison) {
    case 'StringEquals':
      return stringEqualsMatcher(value, scope);
    case 'StringEqualsIgnoreCase':
      return stringEqualsIgnoreCaseMatcher(value, scope);
    case 'StringLike':
      return stringLikeMatcher(value, scope);
    case 'ArnEquals':
    case 'ArnLike':
      return arnMatcher(value, scope);
    case 'NumericEquals':
      return numericMatcher(value, (order) => order === 0);
    case 'NumericLessThan':
      return numericMatcher(value, (order) => order < 0);
    case 'NumericLessThanEquals':
      return numericMatcher(value, (order) => order <= 0);
    case 'NumericGreaterThan':
      return numericMatcher(value, (order) => order > 0);
    case 'NumericGreaterThanEquals':
      return numericMatcher(value, (order) => order >= 0);
    case 'DateEquals':
      return dateMatcher(value, (order) => order === 0);
    case 'DateLessThan':
      return dateMatcher(value, (order) => order < 0);
    case 'DateLessThanEquals':
      return dateMatcher(value, (order) => order <= 0);
    case 'DateGreaterThan':
      return dateMatcher(value, (order) => order > 0);
    case 'DateGreaterThanEquals':
      return dateMatcher(value, (order) => order >= 0);
    case 'Bool':
      return boolMatcher(value);
    case 'BinaryEquals':
      return binaryMatcher(value);
    case 'IpAddress':
      return ipAddressMatcher(value);
    default:
      return comparison satisfies never;
  }
}
