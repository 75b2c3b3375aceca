import fc from 'fast-check';
import { expect, test } from 'vitest';
import { trustPolicyType } from '../language/policy-kind.ts';
import { policyLike } from './cases/policy-like.arbitrary.ts';
import { recordedCases } from './cases/recorded-cases.fixture.ts';
import { structureCases } from './cases/structure-cases.fixture.ts';
import { findGraveCodes, type StoredPolicyKind } from './find-grave-codes.ts';
import { lintPolicy } from './lint-policy.ts';
import {
  actionCases,
  actionKeyCases,
  arnCases,
  attachedCases,
  keyCases,
} from './rules/services/service-cases.fixture.ts';

const kinds: readonly StoredPolicyKind[] = [
  { policyType: 'IDENTITY_POLICY' },
  { policyType: 'RESOURCE_POLICY' },
  { policyType: 'RESOURCE_POLICY', resourceType: trustPolicyType },
  { policyType: 'RESOURCE_POLICY', resourceType: 'AWS::S3::Bucket' },
];

/** What the whole report says. */
function graveCodesOf(document: object, kind: StoredPolicyKind): readonly string[] {
  const { findings } = lintPolicy(document, kind);
  const grave = findings.filter(({ findingType }) =>
    /^(?:ERROR|SECURITY_WARNING)$/.test(findingType),
  );
  return [...new Set(grave.map(({ issueCode }) => issueCode))];
}

const cases = [
  structureCases,
  actionCases,
  arnCases,
  keyCases,
  actionKeyCases,
  attachedCases,
].flat();
const documents = [
  ...cases.map(({ policy }) => policy),
  ...Object.values(recordedCases).flatMap((recorded) => recorded.map(([, , policy]) => policy)),
].filter((policy) => typeof policy === 'object');

test.each(kinds)('the codes of every case are those of the report: %o', (kind) => {
  expect(documents.map((document) => findGraveCodes(document, kind))).toEqual(
    documents.map((document) => graveCodesOf(document, kind)),
  );
});

test('and those of anything like a policy', () => {
  fc.assert(
    fc.property(policyLike, fc.constantFrom(...kinds), (document, kind) => {
      expect(findGraveCodes(document, kind)).toEqual(graveCodesOf(document, kind));
    }),
    { seed: 11 },
  );
});

test('a document that nests in itself is broken', () => {
  const document: { Statement?: object } = {};
  document.Statement = document;
  expect(findGraveCodes(document, { policyType: 'IDENTITY_POLICY' })).toEqual([
    'JSON_SYNTAX_ERROR',
  ]);
});
