import { expect, it } from 'vitest';
import { bundledActionData } from '../../../actions/bundled-action-data.ts';
import { parseJson } from '../../../text/parse-json.ts';
import { readLintDocument } from '../../read-lint-document.ts';
import { serviceRules } from './index.ts';
import { ownServiceRules } from './own-service-rules.ts';

const many = 20_000;

it.each<[string, object]>([
  ['unknown actions', { Action: list((at) => `ec2:Nothing${at}`) }],
  ['patterns', { Action: list((at) => `s3:*${at}*x*`) }],
  ['stars', { Action: `s3:${'*a'.repeat(100_000)}` }],
  ['ARNs', { Resource: list((at) => `arn:aws:iam::111122223333:${'*/'.repeat(5)}${at}`) }],
  ['a long ARN', { Resource: `arn:aws:iam::111122223333:${'*a'.repeat(100_000)}` }],
  ['open braces', { Resource: `arn:aws:s3:::${'${'.repeat(50_000)}` }],
  ['keys', { Condition: { StringEquals: Object.fromEntries(pairs()) } }],
  ['surrogates', { Action: '\ud800:\udfff', Resource: 'arn:\ud800:\ud800:::\ud800' }],
])('gets done with %s', (_, parts) => {
  const text = JSON.stringify({ Statement: { Effect: 'Allow', Action: 's3:*', ...parts } });
  const parsed = parseJson(text);
  const document = parsed.ok
    ? readLintDocument(parsed.tree, { policyType: 'IDENTITY_POLICY', resourceType: undefined })
    : undefined;
  if (document === undefined) throw new Error('no document');
  const data = bundledActionData();
  const found = [...serviceRules, ...ownServiceRules].flatMap((rule) => rule(document, data));
  expect(found.length).toBeLessThanOrEqual(4 * many);
});

function list(make: (at: number) => string): readonly string[] {
  return Array.from({ length: many }, (_, at) => make(at));
}

function pairs(): readonly (readonly [string, string])[] {
  return list((at) => `s3:NoSuchKey${at}`).map((key) => [key, 'x'] as const);
}
