import { type Json, matchesPattern } from '@rolecall/policy';

/**
 * Whether an event matches the pattern of an EventBridge rule. Filters that are not known match
 * nothing: better to miss an alarm than to believe in one.
 * Source: Amazon EventBridge User Guide, "Creating event patterns".
 */
export function matchesEventPattern(pattern: Json | undefined, event: Json | undefined): boolean {
  if (!isObject(pattern)) return false;
  return Object.entries(pattern).every(([name, wanted]) => {
    if (name === '$or') {
      return Array.isArray(wanted) && wanted.some((each) => matchesEventPattern(each, event));
    }
    const value = isObject(event) ? event[name] : undefined;
    if (Array.isArray(wanted)) return wanted.some((each) => matchesValue(each, value));
    return matchesEventPattern(wanted, value);
  });
}

function matchesValue(wanted: Json, value: Json | undefined): boolean {
  if (Array.isArray(value)) return value.some((each: Json) => matchesValue(wanted, each));
  if (!isObject(wanted)) return wanted === value;
  const [[filter, operand] = ['', null], ...more] = Object.entries(wanted);
  if (more.length > 0) return false;
  if (filter === 'exists') return (value !== undefined) === operand;
  if (value === undefined) return false;
  switch (filter) {
    case 'prefix':
      return typeof value === 'string' && typeof operand === 'string' && value.startsWith(operand);
    case 'suffix':
      return typeof value === 'string' && typeof operand === 'string' && value.endsWith(operand);
    case 'equals-ignore-case':
      return String(value).toLowerCase() === String(operand).toLowerCase();
    case 'wildcard':
      return list(operand).some((each) => matchesPattern(String(each), String(value)));
    case 'anything-but':
      return isObject(operand)
        ? !list(operand['prefix'] ?? operand['suffix'] ?? operand['wildcard'] ?? null).some(
            (each) => Object.keys(operand).some((kind) => matchesValue({ [kind]: each }, value)),
          )
        : !list(operand).includes(value);
    default:
      return false;
  }
}

function list(value: Json): readonly Json[] {
  return Array.isArray(value) ? value : [value];
}

function isObject(value: Json | undefined): value is { readonly [member: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
