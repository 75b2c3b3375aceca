import type { Call } from '../../authorization.ts';
import { text } from '../iam-target.ts';
import { analyzersHere } from './analyzers.ts';

type Input = Readonly<Record<string, unknown>>;

/** Tags of the request and of the analyzer; archive rules have none. */
export function tagContext(input: Input, call: Call): Readonly<Record<string, readonly string[]>> {
  const { tags, tagKeys } = input;
  const given = typeof tags === 'object' && tags !== null ? Object.entries(tags) : [];
  const keys = Array.isArray(tagKeys) ? tagKeys.map(String) : given.map(([key]) => key);
  const [name, arn] = [text(input, 'analyzerName'), text(input, 'resourceArn')];
  const analyzer =
    text(input, 'ruleName') === undefined
      ? analyzersHere(call).find((one) => one.name === name || one.arn === arn)
      : undefined;
  return {
    ...Object.fromEntries(given.map(([key, value]) => [`aws:RequestTag/${key}`, [String(value)]])),
    ...(keys.length > 0 && { 'aws:TagKeys': keys }),
    ...Object.fromEntries(
      Object.entries(analyzer?.tags ?? {}).map(([key, value]) => [
        `aws:ResourceTag/${key}`,
        [value],
      ]),
    ),
  };
}
