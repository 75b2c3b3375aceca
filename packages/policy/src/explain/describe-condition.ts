import type { Comparison, ConditionOperator } from '../language/condition-operator.ts';
import { patternParts } from '../language/pattern-text.ts';
import type { Condition, Policy } from '../language/policy.ts';
import { joinWords } from './join-words.ts';
import { flagWords, keyWords } from './key-words.ts';

/**
 * When one condition holds, as a clause that follows "if", with what a missing key means.
 * Source: IAM User Guide, "IAM JSON policy elements: Condition operators", "Single-valued vs.
 * multivalued context keys" and "Set operators for multivalued context keys".
 */
export function describeCondition(condition: Condition, version: Policy['version']): string {
  const { operator, key, values } = condition;
  const { comparison } = operator;
  if (comparison === 'Null') return describeNull(key, values);
  const missing = withoutKey(operator);
  const said = describeTest(condition, { comparison, version });
  return missing ? `${said}, or ${missing}` : said;
}

/** `Null` with a qualifier is the same as without. */
function describeNull(key: string, values: readonly string[]): string {
  const wanted = new Set(values.map((value) => value.toLowerCase()));
  const absent = wanted.has('true');
  const present = wanted.has('false');
  if (absent && present) return `the request has ${key} or not (which is always so)`;
  if (!absent && !present)
    return `never (Null takes "true" or "false", not ${listOf(values, 'or')})`;
  return absent ? `the request does not have ${nameOf(key)}` : `the request has ${nameOf(key)}`;
}

function describeTest({ operator, key, values }: Condition, context: TestContext): string {
  const { comparison } = context;
  const { negated, qualifier } = operator;
  const flag = flagWords(key);
  const [only = ''] = values;
  if (comparison === 'Bool' && flag && values.length === 1 && qualifier === undefined) {
    if (only.toLowerCase() === 'true') return `${flag.yes} (${key} is true)`;
    if (only.toLowerCase() === 'false') return `${flag.no} (${key} is false)`;
  }
  const texts = values.map((value) => describeValue(value, context));
  return `${subjectOf(key, qualifier)} ${predicateOf(comparison, { negated, texts })}`;
}

function subjectOf(key: string, qualifier: ConditionOperator['qualifier']): string {
  switch (qualifier) {
    case 'ForAllValues':
      return `every value of ${nameOf(key)}`;
    case 'ForAnyValue':
      return `at least one value of ${nameOf(key)}`;
    case undefined:
      return nameOf(key);
    default:
      return qualifier satisfies never;
  }
}

function nameOf(key: string): string {
  const said = keyWords(key);
  return said === undefined ? key : `${said} (${key})`;
}

interface Predicate {
  readonly negated: boolean;
  readonly texts: readonly string[];
}

function predicateOf(
  comparison: Exclude<Comparison, 'Null'>,
  { negated, texts }: Predicate,
): string {
  if (texts.length === 0)
    return negated ? 'is whatever it is' : 'is one of no values, which is never so';
  const { yes, no, after = '' } = verbs[comparison];
  if (!negated) return `${yes} ${texts.length > 2 ? 'one of ' : ''}${listOf(texts, 'or')}${after}`;
  return `${no} ${texts.length > 1 ? 'any of ' : ''}${listOf(texts, 'or')}${after}`;
}

interface Verb {
  readonly yes: string;
  /** Followed by "any of" where there are several values. */
  readonly no: string;
  readonly after?: string;
}

const verbs: Readonly<Record<Exclude<Comparison, 'Null'>, Verb>> = {
  StringEquals: { yes: 'is', no: 'is not' },
  StringEqualsIgnoreCase: { yes: 'is', no: 'is not', after: ', in upper or lower case' },
  StringLike: { yes: 'matches', no: 'does not match' },
  NumericEquals: { yes: 'is', no: 'is not' },
  NumericLessThan: { yes: 'is less than', no: 'is not less than' },
  NumericLessThanEquals: { yes: 'is at most', no: 'is more than' },
  NumericGreaterThan: { yes: 'is more than', no: 'is at most' },
  NumericGreaterThanEquals: { yes: 'is at least', no: 'is less than' },
  DateEquals: { yes: 'is', no: 'is not' },
  DateLessThan: { yes: 'is before', no: 'is not before' },
  DateLessThanEquals: { yes: 'is not after', no: 'is after' },
  DateGreaterThan: { yes: 'is after', no: 'is not after' },
  DateGreaterThanEquals: { yes: 'is not before', no: 'is before' },
  Bool: { yes: 'is', no: 'is not' },
  BinaryEquals: { yes: 'is the bytes', no: 'is not the bytes', after: ' (Base64)' },
  IpAddress: { yes: 'is in', no: 'is not in' },
  ArnEquals: { yes: 'matches the ARN', no: 'does not match the ARN' },
  ArnLike: { yes: 'matches the ARN', no: 'does not match the ARN' },
};

function listOf(texts: readonly string[], word: 'and' | 'or'): string {
  return texts.length === 0 ? 'nothing' : joinWords(texts, word);
}

interface TestContext {
  readonly comparison: Exclude<Comparison, 'Null'>;
  readonly version: Policy['version'];
}

/** As written, with what it stands for where that is more than its letters. */
function describeValue(value: string, { comparison, version }: TestContext): string {
  if (value === '') return 'the empty text';
  const isText = /^(?:String|Arn)/.test(comparison);
  const shown = isText && /[\s,]/.test(value) ? JSON.stringify(value) : value;
  if (!isText) return shown;
  const parts = patternParts(value, { variables: version === '2012-10-17' });
  const [only] = parts;
  if (parts.length === 1 && only?.kind === 'variable') {
    const other =
      only.fallback === undefined ? '' : `, or ${JSON.stringify(only.fallback)} without it`;
    return `${keyWords(only.key) ?? only.key} (${value})${other}`;
  }
  const isPlain = comparison === 'StringEquals' || comparison === 'StringEqualsIgnoreCase';
  const hasWildcard = parts.some(({ kind }) => kind === 'any' || kind === 'one');
  return isPlain && hasWildcard ? `${shown} (no pattern: * and ? are plain letters here)` : shown;
}

/** The part of a sentence for a request without the key; empty where the condition fails then. */
function withoutKey({ negated, ifExists, qualifier }: ConditionOperator): string {
  if (qualifier === 'ForAllValues') return 'the request has no value of it';
  if (qualifier === 'ForAnyValue') return '';
  return negated || ifExists ? 'the request does not have the key' : '';
}
