import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { policyTypes } from '../language/policy-kind.ts';
import { parseJson } from '../text/parse-json.ts';
import { policyLike } from './cases/policy-like.arbitrary.ts';
import { emptyActionData } from './lint-cases.fixture.ts';
import { lintPolicy, lintTree } from './lint-policy.ts';

const options = { policyType: 'IDENTITY_POLICY', data: emptyActionData } as const;

describe('lintPolicy', () => {
  it('counts lines from 1, columns and offsets from 0, as recorded of the service', () => {
    const text =
      '{\n  "Version": "2012-10-17",\n  "Statement": [{"Effect": "allow", "Action": "*", "Resource": "*"}]\n}\n';
    const [finding] = lintPolicy(text, options).findings;
    expect(finding?.issueCode).toBe('INVALID_EFFECT');
    expect(finding?.locations[0]?.span).toEqual({
      start: { line: 3, column: 27, offset: 56 },
      end: { line: 3, column: 34, offset: 63 },
    });
  });

  it.each([
    ['', 0],
    ['{"Version":}', 11],
    ['{"Version":"2012-10-17",}', 24],
    ['{} {}', 3],
    [`${'['.repeat(1_000)}`, 201],
  ])('reports broken JSON alone: %j', (text, offset) => {
    const { findings, ownFindings } = lintPolicy(text, options);
    expect(findings.map(({ issueCode }) => issueCode)).toEqual(['JSON_SYNTAX_ERROR']);
    expect(findings[0]?.locations).toEqual([
      { path: [], span: { start: at(offset), end: at(offset) } },
    ]);
    expect(ownFindings).toEqual([]);
  });

  it.each(['[]', '"text"', '5', 'null'])('reports a document that is no object: %s', (text) => {
    const { findings } = lintPolicy(text, options);
    expect(findings.map(({ issueCode }) => issueCode)).toEqual(['DATA_TYPE_MISMATCH']);
    expect(findings[0]?.locations[0]).toEqual({
      path: [],
      span: { start: at(0), end: at(text.length) },
    });
  });

  it('takes a parsed document, with places as JSON.stringify prints it', () => {
    const document = { Statement: [] };
    const fromText = lintPolicy(JSON.stringify(document), options);
    expect(lintPolicy(document, options)).toEqual(fromText);
    expect(fromText.findings.map(({ issueCode }) => issueCode)).toEqual([
      'MISSING_VERSION',
      'MISSING_STATEMENT',
    ]);
  });

  it('takes a policy for one of an identity where nothing else is said', () => {
    const text = '{"Version":"2012-10-17","Statement":[]}';
    const expected = lintPolicy(text, { policyType: 'IDENTITY_POLICY' });
    for (const given of [undefined, null, {}])
      expect(Reflect.apply(lintPolicy, undefined, [text, given])).toEqual(expected);
  });

  it('refuses a type of policy there is not', () => {
    const given: unknown = JSON.parse('{"policyType":"BUCKET_POLICY"}');
    const lint = () => Reflect.apply(lintPolicy, undefined, ['{}', given]);
    expect(lint).toThrow(RangeError);
    for (const policyType of policyTypes) expect(lint).toThrow(policyType);
    expect(() => Reflect.apply(lintTree, undefined, [null, given])).toThrow(RangeError);
  });

  it('takes a tree', () => {
    const parsed = parseJson('{"Version":"2012-10-18","Statement":[]}');
    if (!parsed.ok) throw new Error('no JSON');
    expect(lintTree(parsed.tree, options)).toEqual(lintPolicy(parsed.tree.text, options));
  });

  it('survives a document that holds itself', () => {
    const document: { Statement: unknown[] } = { Statement: [] };
    document.Statement.push(document);
    const { findings } = lintPolicy(document, options);
    expect(findings.map(({ issueCode }) => issueCode)).toEqual(['JSON_SYNTAX_ERROR']);
  });

  it('survives odd names and lone surrogates', () => {
    const text = '{"__proto__":{"a":"\\ud800"},"Statement":{"__proto__":[],"Effect":"\\udc00"}}';
    expect(lintPolicy(text, options).findings.map(({ issueCode }) => issueCode)).toContain(
      'INVALID_EFFECT',
    );
  });

  it('keeps codes of our own apart, and links both', () => {
    const policy = {
      Version: '2012-10-17',
      Statement: {
        Effect: 'Allow',
        Action: '*',
        Resource: 'arn:aws:s3:::amzn-s3-demo-bucket',
        x: 1,
      },
    };
    const { findings, ownFindings, dataDate } = lintPolicy(policy, options);
    expect(findings.find(({ issueCode }) => issueCode === 'INVALID_POLICY_ELEMENT')).toMatchObject({
      findingType: 'ERROR',
      learnMoreLink: expect.stringMatching(/#.*-error-invalid-policy-element$/),
    });
    expect(ownFindings).toMatchObject([
      {
        issueCode: 'DOCUMENTATION_PLACEHOLDER',
        learnMoreLink: 'docs/policy-lint.gen.md#documentation_placeholder',
      },
    ]);
    expect(dataDate).toBe(emptyActionData.date);
  });

  it('checks the quota of an entity when asked to', () => {
    const policy = { Version: '2012-10-17', Id: 'x'.repeat(3_000), Statement: [] };
    const codes = lintPolicy(policy, { ...options, entity: 'session-policy' }).ownFindings;
    expect(codes.map(({ issueCode }) => issueCode)).toEqual(['POLICY_SIZE_EXCEEDS_ENTITY_QUOTA']);
    expect(lintPolicy(policy, options).ownFindings).toEqual([]);
  });

  it('never throws, and dates its data', () => {
    fc.assert(
      fc.property(policyLike, fc.constantFrom(...policyTypes), (policy, policyType) => {
        expect(lintPolicy(policy, { policyType }).dataDate).toMatch(/^\d{4}-\d\d-\d\d$/);
      }),
      { seed: 20261121, numRuns: 300 },
    );
  });

  it('reports a resource that fits no action among our own codes', () => {
    const policy = {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: 's3:GetObject',
          Resource: 'arn:aws:s3:::reports',
        },
      ],
    };
    const { findings, ownFindings } = lintPolicy(policy, { policyType: 'IDENTITY_POLICY' });
    expect(findings).toEqual([]);
    expect(ownFindings.map(({ issueCode }) => issueCode)).toEqual(['RESOURCE_OF_NO_ACTION']);
  });

  it('reads 1,500 actions, and 100,000 wildcards, in good time', () => {
    const names = Array.from({ length: 1_500 }, (_, index) => `s3:Action${index}`);
    const wildcards = Array.from({ length: 100_000 }, (_, index) => `arn:aws:s3:::*${index}*`);
    const statement = { Effect: 'Allow', Action: names, Resource: wildcards };
    const { findings } = lintPolicy({ Version: '2012-10-17', Statement: statement }, options);
    expect(findings.map(({ issueCode }) => issueCode)).toContain('REDUNDANT_RESOURCE');
  });
});

function at(offset: number) {
  return { line: 1, column: offset, offset };
}
