import { asList, type Json, type PolicyStatement } from '@rolecall/policy';
import type { Facts } from './request-facts.ts';

/** Values with which the statements' conditions let the caller in, as far as facts leave it open. */
export function favourableContext(statements: readonly PolicyStatement[], facts: Facts): Facts {
  const context: Record<string, string> = {};
  for (const { Effect, Condition = {} } of statements) {
    for (const [operator, tests] of Object.entries(Condition)) {
      for (const [written, values] of Object.entries(tests)) {
        const key = written.toLowerCase();
        const value = wanted(operator, asList<Json>(values).map(String), Effect);
        if (value !== undefined && facts[key] === undefined) context[key] ??= value;
      }
    }
  }
  return context;
}

/** A value for which the test holds, of an Allow, or does not hold, of a Deny. */
function wanted(
  written: string,
  values: readonly string[],
  effect: PolicyStatement['Effect'],
): string | undefined {
  const operator = written.replace(/^For(?:All|Any)Values?:/i, '').replace(/IfExists$/i, '');
  const [first = ''] = values;
  const isNegated = /Not/.test(operator);
  switch (true) {
    case /^Bool$/i.test(operator):
      return effect === 'Allow' ? first : String(first.toLowerCase() !== 'true');
    case /^Null$/i.test(operator):
      return (first === 'false') === (effect === 'Allow') ? 'x' : undefined;
    case isNegated === (effect === 'Allow'):
      return undefined;
    case /^Numeric(?:Not)?Equals$/i.test(operator):
      return first;
    case /^NumericLess/i.test(operator):
      return '0';
    case /^NumericGreater/i.test(operator):
      return String(Number(first) + 1);
    case /^(?:Not)?IpAddress$/i.test(operator):
      return first.replace(/\/\d+$/, '');
    case /^Date/i.test(operator):
      return undefined;
    default:
      return first.replace(/[*?]/g, 'x');
  }
}
