import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateDocument } from './decide-documents.ts';
import { evaluateRequest } from './evaluate-request.ts';
import { blockHolds, policyOf } from './question.fixture.ts';

const runs = { seed: 20261121, numRuns: 300 };
const word = fc.constantFrom('a', 'b', 'ab', 'a*', '?', '*', '5', '5.0', '10.0.0.0/8', '10.1.2.3');
const arn = word.map((text) => `arn:aws:iam::1:${text}`);
const value = fc.oneof(word, arn, fc.constantFrom('2026', '2026-01-01', '${aws:v}', '${aws:none}'));
const context = fc.record(
  { 'aws:k': fc.oneof(value, fc.array(value)), 'aws:v': value },
  { requiredKeys: [] },
);
const comparison = fc.constantFrom(
  ['StringEquals', 'StringNotEquals'],
  ['StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase'],
  ['StringLike', 'StringNotLike'],
  ['ArnLike', 'ArnNotLike'],
  ['ArnEquals', 'ArnNotEquals'],
  ['NumericEquals', 'NumericNotEquals'],
  ['DateEquals', 'DateNotEquals'],
  ['IpAddress', 'NotIpAddress'],
);
const statement = fc.record({
  Effect: fc.constantFrom('Allow', 'Deny'),
  Action: fc.constantFrom('s3:*', 's3:Get*', 'ec2:*'),
  Resource: fc.constantFrom('*', 'arn:aws:s3:::b/*', 'arn:aws:s3:::c', 'arn:aws:s3:::${aws:v}/x'),
  Condition: comparison.chain(([positive = '', negative = '']) =>
    fc.record({
      [positive]: fc.record({ 'aws:k': fc.array(value) }, { requiredKeys: [] }),
      [negative]: fc.record({ 'aws:v': value }, { requiredKeys: [] }),
    }),
  ),
});
const document = fc.array(statement).map((statements) => policyOf(...statements));
const denials = fc
  .array(statement)
  .map((statements) => policyOf(...statements.map((one) => ({ ...one, Effect: 'Deny' }))));
const optionalDocument = fc.option(document, { nil: undefined });
const policies = fc.record({
  identity: fc.array(document, { maxLength: 2 }),
  resource: optionalDocument,
  boundary: optionalDocument,
  session: fc.array(document, { maxLength: 1 }),
  serviceControl: fc.array(fc.array(document, { maxLength: 2 }), { maxLength: 2 }),
  resourceAccount: fc.constantFrom('111122223333', '444455556666', undefined),
});
const principal = fc.constantFrom(
  undefined,
  '*',
  'ec2.amazonaws.com',
  'arn:aws:iam::111122223333:root',
  'arn:aws:iam::111122223333:user/bob',
  'arn:aws:sts::111122223333:federated-user/bob',
);
const request = fc.record({
  principal,
  action: fc.constantFrom('s3:GetObject', 'S3:putobject', 'ec2:RunInstances'),
  resource: fc.constantFrom('*', 'arn:aws:s3:::b/x', 'arn:aws:s3:::c', 'arn:aws:s3:::a/x'),
  context,
});

describe('laws of conditions', () => {
  it('a negated operator without a qualifier is the complement, key or no key', () => {
    fc.assert(
      fc.property(comparison, fc.array(value), context, ([plain = '', not = ''], values, given) => {
        const positive = blockHolds({ [plain]: { 'aws:k': values } }, given);
        expect(blockHolds({ [not]: { 'aws:k': values } }, given)).toBe(!positive);
      }),
      runs,
    );
  });

  it('the qualifiers are duals', () => {
    fc.assert(
      fc.property(comparison, fc.array(value), context, ([plain = '', not = ''], values, given) => {
        const any = blockHolds({ [`ForAnyValue:${plain}`]: { 'aws:k': values } }, given);
        expect(blockHolds({ [`ForAllValues:${not}`]: { 'aws:k': values } }, given)).toBe(!any);
      }),
      runs,
    );
  });

  it('IfExists adds the missing key and nothing else', () => {
    fc.assert(
      fc.property(comparison, fc.array(value), context, ([plain = ''], values, given) => {
        const block = { [`${plain}IfExists`]: { 'aws:k': values } };
        const missing = blockHolds({ Null: { 'aws:k': 'true' } }, given);
        const plainly = blockHolds({ [plain]: { 'aws:k': values } }, given);
        expect(blockHolds(block, given)).toBe(missing || plainly);
      }),
      runs,
    );
  });
});

describe('laws of decisions', () => {
  it('adding a Deny never turns a denied request into an allowed one', () => {
    fc.assert(
      fc.property(request, policies, denials, (asked, given, denies) => {
        const before = evaluateRequest(asked, given).decision;
        const identity = evaluateRequest(asked, {
          ...given,
          identity: [...given.identity, denies],
        });
        const levels = evaluateRequest(asked, {
          ...given,
          serviceControl: given.serviceControl.map((level) => [...level, denies]),
        });
        for (const { decision } of [identity, levels])
          expect([before, decision]).not.toEqual([expect.stringContaining('Deny'), 'allowed']);
      }),
      runs,
    );
  });

  it('a boundary, a session policy and a level of control policies only take away', () => {
    fc.assert(
      fc.property(request, policies, document, (asked, given, added) => {
        if (asked.principal?.includes('federated-user') === true) return;
        const more = [
          { ...given, boundary: undefined },
          { ...given, session: [] },
          { ...given, serviceControl: [] },
        ];
        const less = [
          { ...given, boundary: added },
          { ...given, session: [added] },
          { ...given, serviceControl: [[added]] },
        ];
        const allowed = more.map((set) => evaluateRequest(asked, set).decision === 'allowed');
        const limited = less.map((set) => evaluateRequest(asked, set).decision === 'allowed');
        expect(limited.filter((one, index) => one && !allowed[index])).toEqual([]);
      }),
      runs,
    );
  });

  it.each(['Action', 'Resource'])('Not%s takes in what %s does not', (element) => {
    const patterns = fc.array(
      fc.constantFrom('s3:*', '*', 'arn:aws:s3:::b/*', 'arn:aws:s3:::${aws:v}/x', 'arn:aws:s3'),
    );
    fc.assert(
      fc.property(request, patterns, (asked, listed) => {
        const plain = policyOf({ [element]: listed });
        const negated = policyOf({ [`Not${element}`]: listed });
        const allowed = evaluateDocument(plain, asked).decision === 'allowed';
        expect(evaluateDocument(negated, asked).decision === 'allowed').toBe(!allowed);
      }),
      runs,
    );
  });

  it('a document is decided by the statement it names', () => {
    fc.assert(
      fc.property(request, document, (asked, given) => {
        const { decision, statement } = evaluateDocument(given, asked);
        const effects = { allowed: 'Allow', explicitDeny: 'Deny', implicitDeny: undefined };
        expect(statement?.statement.effect).toBe(effects[decision]);
      }),
      runs,
    );
  });
});
