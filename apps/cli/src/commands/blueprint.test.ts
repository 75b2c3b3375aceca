import { blueprints, topicSchema } from '@rolecall/core';
import { expect, it } from 'vitest';
import { folderOf, run, runJson } from '../testing/run.fixture.ts';

it('lists all', async () => {
  const { exitCode, json } = await runJson('blueprint list');
  expect(exitCode).toBe(0);
  expect(json.map(({ id }: { id: string }) => id)).toEqual(blueprints.map(({ id }) => id));
});

it('lists by topic, in lines of 80 columns', async () => {
  const { stdout } = await run('blueprint list');
  const lines = stdout.split('\n');
  expect(lines.filter((line) => /^[A-Z]/.test(line))).toEqual(
    topicSchema.options.map((topic) => topic.charAt(0).toUpperCase() + topic.slice(1)),
  );
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
  expect(lines.filter((line) => /^ {2}[a-z]/.test(line))).toHaveLength(blueprints.length);
});

it.each<[string, readonly string[]]>([
  ['dms', ['dms-logs', 'dms-redshift', 'dms-vpc']],
  ['EKS node', ['eks-node']],
  ['people mfa', ['emergency-access', 'emergency-administrator']],
  ['nothing-like-it', []],
])('lists what speaks of %s', async (words, ids) => {
  const { exitCode, json } = await runJson(`blueprint list ${words}`);
  expect(exitCode).toBe(0);
  expect(json.map(({ id }: { id: string }) => id)).toEqual(ids);
});

it('shows parameters with examples', async () => {
  const { stdout } = await run('blueprint show codepipeline');
  expect(stdout).toContain('For example: web-artifacts\n');
});

it('tells what AWS has closed', async () => {
  const { json } = await runJson('blueprint show app-runner-instance');
  expect(json.lifecycle).toMatchObject({ state: 'closed', successor: 'ecs-express' });
});

it.each(blueprints.map(({ id }) => id))('%s: its snippet can be planned', async (id) => {
  const { stdout } = await run(`blueprint show ${id}`);
  const [, snippet = ''] = /\nUse it\n((?: {2}.*\n)+)/.exec(stdout) ?? [];
  const text = snippet.replace(/^ {2}/gm, '').replaceAll('210987654321', '111122223333');
  const head = "version: 1\nscope: platform\naccount: '111122223333'\n";
  // An account with nothing in it; of Identity Center an instance is there already.
  const cwd = await folderOf({
    'rolecall.yaml': `${head}${text}`,
    'account.yaml': 'identityCenter: {}\n',
  });
  const { exitCode, json } = await runJson(
    'plan --include-retired --account sandbox:./account.yaml',
    { cwd },
  );
  // A principal of the examples may not exist in an empty account; nothing else may be wrong.
  const codes = (json.error?.diagnostics ?? []).map(({ code }: { code: string }) => code);
  expect(exitCode === 2 || codes.every((code: string) => code === 'PRINCIPAL_INVALID')).toBe(true);
});
