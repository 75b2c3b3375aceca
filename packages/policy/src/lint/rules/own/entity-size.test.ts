import { expect, it } from 'vitest';
import { parseJson } from '../../../text/parse-json.ts';
import type { PolicyEntity } from '../../policy-entity.ts';
import { readLintDocument } from '../../read-lint-document.ts';
import { checkEntitySize } from './entity-size.ts';

it.each<[PolicyEntity, number, string[]]>([
  ['managed-policy', 6_144, []],
  ['managed-policy', 6_145, ['POLICY_SIZE_EXCEEDS_ENTITY_QUOTA']],
  ['inline-user', 2_049, ['POLICY_SIZE_EXCEEDS_ENTITY_QUOTA']],
  ['inline-group', 5_120, []],
  ['inline-role', 10_241, ['POLICY_SIZE_EXCEEDS_ENTITY_QUOTA']],
  ['trust-policy', 2_048, []],
  ['trust-policy', 2_049, ['POLICY_SIZE_NEEDS_QUOTA_INCREASE']],
  ['trust-policy', 8_193, ['POLICY_SIZE_EXCEEDS_ENTITY_QUOTA']],
  ['session-policy', 2_049, ['POLICY_SIZE_EXCEEDS_ENTITY_QUOTA']],
  ['service-control-policy', 10_240, []],
  ['resource-control-policy', 5_121, ['POLICY_SIZE_EXCEEDS_ENTITY_QUOTA']],
])('%s of %i characters: %j', (entity, size, codes) => {
  expect(codesOf(`{"Id":"${'x'.repeat(size - 9)}"}`, entity)).toEqual(codes);
});

it('does not count white space, but for policies of Organizations', () => {
  const text = `{"Id":"x"${' '.repeat(12_000)}}`;
  expect(codesOf(text, 'inline-user')).toEqual([]);
  expect(codesOf(text, 'service-control-policy')).toEqual(['POLICY_SIZE_EXCEEDS_ENTITY_QUOTA']);
});

function codesOf(text: string, entity: PolicyEntity): readonly string[] {
  const parsed = parseJson(text);
  const target = { policyType: 'IDENTITY_POLICY', resourceType: undefined } as const;
  const document = parsed.ok ? readLintDocument(parsed.tree, target) : undefined;
  return document ? checkEntitySize(document, entity).map(({ issueCode }) => issueCode) : ['?'];
}
