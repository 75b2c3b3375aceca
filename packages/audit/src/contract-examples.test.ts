import { createPrivateKey, createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readHeads } from './read-heads.ts';
import { verifyHead } from './sign-head.ts';
import { verifyExport } from './verify-export.ts';

/** RFC 8032, section 7.1, test 1: a key that everybody has. Its PKCS #8 begins as in RFC 8410. */
const published = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60';
const der = Buffer.from(`302e020100300506032b657004220420${published}`, 'hex');
const publicKey = createPublicKey(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }));

const file = new URL('../../../openapi.yaml', import.meta.url);
const { components } = z
  .object({
    components: z.object({ examples: z.record(z.string(), z.object({ value: z.unknown() })) }),
  })
  .parse(parse(readFileSync(file, 'utf8')));
const example = (name: string) => components.examples[name]?.value;

test.each(['AuditHeadEvent', 'AuditVerification'])('%s holds a head that was signed', (name) => {
  const heads = readHeads(JSON.stringify(example(name)));
  expect(heads.map((head) => verifyHead(head, [publicKey]))).toEqual([true]);
});

test('AuditLines is an export that holds, also against the head of the webhook', async () => {
  const lines = z.string().parse(example('AuditLines')).split('\n');
  const witnessed = readHeads(JSON.stringify(example('AuditHeadEvent')));
  expect(
    await verifyExport(lines, { publicKeys: [publicKey], after: 40, witnessed }),
  ).toMatchObject({ kind: 'intact', events: 1 });
});
