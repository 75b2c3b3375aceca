import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { blueprints, openResources, renderCloudFormation } from '@rolecall/core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { account } from './testing/account.fixture.ts';
import { valuesFor } from './testing/blueprint-manifest.fixture.ts';
import { openKinds } from './testing/every-rendered-kind.fixture.ts';

const run = promisify(execFile);

/** CloudFormation's own linter; `pip install cfn-lint`. */
const version = await run('cfn-lint', ['--version']).then(
  ({ stdout }) => stdout.trim(),
  (error: Error) => {
    process.stderr.write(`Without cfn-lint: ${error.message}\n`);
    return undefined;
  },
);

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rolecall-templates-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const place = { account, partition: 'aws' };

it.skipIf(version === undefined)('cfn-lint has nothing to say of any template', async () => {
  const files: string[] = [];
  for (const blueprint of blueprints) {
    for (const which of ['required', 'examples'] as const) {
      const values = valuesFor(blueprint, { ...place, which });
      const opened = openResources({ blueprint, values, place, path: '/', callerPolicy: true });
      if (!opened.success) throw new Error(JSON.stringify(opened.diagnostics));
      const text = renderCloudFormation(opened.resources);
      // What only copies a policy leaves a template without resources, which is none.
      if (text.includes('"Resources": {}')) continue;
      const file = join(folder, `${blueprint.id}-${which}.json`);
      await writeFile(file, text);
      files.push(file);
    }
  }
  const kinds = join(folder, 'kinds.json');
  await writeFile(kinds, renderCloudFormation(openKinds()));
  files.push(kinds);
  // One that has a fault shows that the others were read.
  const faulty = join(folder, 'faulty.json');
  const role = { Type: 'AWS::IAM::Role', Properties: { RoleNam: 'x' } };
  await writeFile(faulty, JSON.stringify({ Resources: { A: role } }));
  files.push(faulty);
  expect(files.length).toBeGreaterThan(2 * blueprints.length - 3);
  const found = await run('cfn-lint', ['--format', 'parseable', '--', ...files], {
    maxBuffer: 1e8,
  }).catch((error: { stdout?: string }) => error);
  const lines = String(found.stdout).replaceAll(`${folder}/`, '').trim().split('\n');
  expect(lines.filter((line) => !line.startsWith('faulty.json:'))).toEqual([]);
  expect(lines.length).toBeGreaterThan(0);
});
