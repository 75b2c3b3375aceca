/**
 * Writes the AWS-managed policies that the sandbox and the core know from a JSON dump:
 * `node scripts/import-managed-policies.ts <dump.json>`. The dump is the data set of moto
 * (Apache-2.0), facts that its authors read from the IAM API:
 * `python3 -c "import moto.iam.aws_managed_policies as m; print(m.aws_managed_policies_data)"`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';

const source = 'moto 5.2.1 (Apache-2.0), moto.iam.aws_managed_policies; gathered by the IAM API';
const [dumpFile] = process.argv.slice(2);
if (dumpFile === undefined) throw new Error('usage: import-managed-policies.ts <dump.json>');
const dump: unknown = JSON.parse(readFileSync(dumpFile, 'utf8'));

const policies = entriesOf(dump)
  .map(([name, value]) => readPolicy(name, value))
  .sort((a, b) => (a.arn < b.arn ? -1 : 1));
const date = policies
  .reduce((latest, { updateDate }) => (updateDate > latest ? updateDate : latest), '')
  .slice(0, 7);

writeFileSync(
  new URL('../packages/sandbox/data/aws-managed-policies.gen.json.br', import.meta.url),
  brotliCompressSync(
    JSON.stringify({
      source,
      date,
      policies: Object.fromEntries(policies.map((policy) => [pathAndName(policy.arn), policy])),
    }),
    { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 } },
  ),
);
writeFileSync(
  new URL('../packages/core/src/data/aws-managed-policies.gen.json', import.meta.url),
  `${JSON.stringify({ source, date, policies: policies.map(({ arn }) => pathAndName(arn)).sort() }, null, 1)}\n`,
);
console.log(`${policies.length} policies, newest ${date}`);

function readPolicy(name: string, value: unknown) {
  const fields = new Map(entriesOf(value));
  const path = textOf(fields.get('Path'));
  return {
    arn: `arn:aws:iam::aws:policy${path}${name}`,
    path,
    versionId: textOf(fields.get('DefaultVersionId')),
    createDate: instantOf(fields.get('CreateDate')),
    updateDate: instantOf(fields.get('UpdateDate')),
    document: fields.get('Document'),
  };
}

function pathAndName(arn: string): string {
  return arn.slice('arn:aws:iam::aws:policy/'.length);
}

function entriesOf(value: unknown): [string, unknown][] {
  if (typeof value !== 'object' || value === null) throw new Error('expected an object');
  return Object.entries(value);
}

function textOf(value: unknown): string {
  if (typeof value !== 'string') throw new Error(`expected a string, got ${typeof value}`);
  return value;
}

function instantOf(value: unknown): string {
  return `${new Date(textOf(value)).toISOString().slice(0, 19)}Z`;
}
