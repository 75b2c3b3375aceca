import type { PolicyDocument, PolicyStatement } from '@rolecall/policy';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wholeGrant } from './whole-grant.ts';

const patterns = ['logs:*', 'logs:Get*', '*', '*:*', 'lo*', 'l?gs:*', 's3:*', 'LOGS:**', ''];
const resources = ['*', '**', 'arn:aws:logs:*', 'arn:aws:s3:::a', 'arn:aws:logs:*:111122223333:*'];
const some = (texts: readonly string[]) =>
  fc.oneof(
    fc.constantFrom(...texts),
    fc.shuffledSubarray([...texts], { minLength: 1, maxLength: 3 }),
  );

const statement: fc.Arbitrary<PolicyStatement> = fc
  .record({
    effect: fc.constantFrom('Allow' as const, 'Allow' as const, 'Deny' as const),
    action: some(patterns),
    notAction: fc.integer({ min: 0, max: 4 }).map((at) => at === 0),
    resource: some(resources),
    condition: fc.constantFrom(undefined, undefined, { Bool: { 'aws:SecureTransport': 'true' } }),
  })
  .map(({ effect, action, notAction, resource, condition }) => ({
    Effect: effect,
    ...(notAction ? { NotAction: action } : { Action: action }),
    Resource: resource,
    ...(condition && { Condition: condition }),
  }));

/** A request that nobody makes: to spare it makes every question one for the comparer. */
const nothing: PolicyStatement = { Effect: 'Allow', Action: 'none:None', Resource: 'arn:none' };
const whole = {
  action: 'logs:*',
  resources: ['arn:aws:logs:*:111122223333:*', 'arn:aws:logs:::*'],
};

test('what is settled by the words is what the comparer says', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(fc.array(statement, { minLength: 1, maxLength: 4 }), (Statement) => {
      const document = { Version: '2012-10-17', Statement };
      const answer = wholeGrant(document, whole);
      seen.add(answer);
      expect(answer).toBe(wholeGrant(document, { ...whole, harmless: [nothing] }));
    }),
    { seed: 5, numRuns: 300 },
  );
  expect(seen).toEqual(new Set(['all', 'conditional', 'none']));
});

test.each([
  ['a Sid that is no text', '{"Sid":1,"Effect":"Allow","Action":"logs:*","Resource":"*"}'],
  ['an element there is not', '{"Rules":[],"Effect":"Allow","Action":"logs:*","Resource":"*"}'],
  ['an action that is no text', '{"Effect":"Allow","Action":["logs:*",1],"Resource":"*"}'],
])('a statement of another form is left to the comparer: %s', (_, text) => {
  const document: PolicyDocument = { Version: '2012-10-17', Statement: JSON.parse(text) };
  expect(wholeGrant(document, whole)).toBe(wholeGrant(document, { ...whole, harmless: [nothing] }));
});
