import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { bundledActionData } from '../../../actions/bundled-action-data.ts';
import { parseJson } from '../../../text/parse-json.ts';
import { readLintDocument } from '../../read-lint-document.ts';
import { serviceRules } from './index.ts';

const file = new URL(
  '../../../../../sandbox/data/aws-managed-policies.gen.json.br',
  import.meta.url,
);

/** Policies of AWS hold few faults; each kind was compared with what AWS itself reports. */
it('finds in the policies of AWS only what AWS finds', () => {
  const data = bundledActionData();
  const counts = new Map<string, number>();
  let read = 0;
  for (const document of documents()) {
    const findings = serviceRules.flatMap((rule) => rule(document, data));
    read += 1;
    for (const { issueCode } of findings) counts.set(issueCode, (counts.get(issueCode) ?? 0) + 1);
  }
  expect(read).toBe(1485);
  expect(Object.fromEntries([...counts].sort())).toMatchInlineSnapshot(`
    {
      "ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE": 8,
      "INVALID_ACTION": 34,
      "INVALID_SERVICE": 1,
      "INVALID_SERVICE_CONDITION_KEY": 1,
      "INVALID_SERVICE_IN_ACTION": 4,
      "INVALID_SERVICE_PRINCIPAL_FORMAT": 5,
      "MISSING_QUALIFIER": 4,
      "STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS": 15,
      "TYPE_MISMATCH": 42,
    }
  `);
});

function documents() {
  const root: unknown = JSON.parse(brotliDecompressSync(readFileSync(file)).toString());
  return membersOf(memberIn(root, 'policies')).map((policy) => {
    const parsed = parseJson(JSON.stringify(memberIn(policy, 'document')));
    const target = { policyType: 'IDENTITY_POLICY', resourceType: undefined } as const;
    const document = parsed.ok ? readLintDocument(parsed.tree, target) : undefined;
    if (document === undefined) throw new Error('A managed policy is no JSON object.');
    return document;
  });
}

function membersOf(value: unknown): readonly unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value) : [];
}

function memberIn(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}
