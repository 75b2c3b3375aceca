import { isObject, listOf } from './json.ts';
import { malformed } from './malformed.ts';

const operators = new Set([
  'StringEquals',
  'StringNotEquals',
  'StringEqualsIgnoreCase',
  'StringNotEqualsIgnoreCase',
  'StringLike',
  'StringNotLike',
  'NumericEquals',
  'NumericNotEquals',
  'NumericLessThan',
  'NumericLessThanEquals',
  'NumericGreaterThan',
  'NumericGreaterThanEquals',
  'DateEquals',
  'DateNotEquals',
  'DateLessThan',
  'DateLessThanEquals',
  'DateGreaterThan',
  'DateGreaterThanEquals',
  'Bool',
  'BinaryEquals',
  'IpAddress',
  'NotIpAddress',
  'ArnEquals',
  'ArnLike',
  'ArnNotEquals',
  'ArnNotLike',
  'Null',
]);

/** The operator without `ForAnyValue:`, `ForAllValues:` and `IfExists`. */
export function plainOperator(operator: string): string {
  return operator.replace(/^For(AnyValue|AllValues):/, '').replace(/IfExists$/, '');
}

/** Null asks for presence already: there is no NullIfExists. */
function isOperator(operator: string): boolean {
  return operators.has(plainOperator(operator)) && !operator.endsWith('NullIfExists');
}

/** Condition → operator → key → value or values. */
export function checkConditions(condition: unknown): void {
  if (condition === undefined) return;
  if (!isObject(condition)) malformed('Syntax errors in policy.');
  for (const [operator, keys] of Object.entries(condition)) {
    if (!isOperator(operator)) malformed(`Invalid Condition type : ${operator}.`);
    if (!isObject(keys)) malformed('Syntax errors in policy.');
    for (const [key, values] of Object.entries(keys)) {
      if (!/^[^:\s]+:\S/.test(key)) {
        malformed('Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.');
      }
      if (
        !listOf(values).every((value) => ['string', 'number', 'boolean'].includes(typeof value))
      ) {
        malformed('Syntax errors in policy.');
      }
    }
  }
}
