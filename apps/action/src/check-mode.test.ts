import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pullRequestEvent } from './testing/github/runner/events.ts';
import { account, head, type Stage, setStage } from './testing/stage.fixture.ts';

const exceptions = (check: string) => `version: 1
exceptions:
  - check: ${check}
    subject: 'arn:aws:iam::${account}:*'
    reason: Moves to another account
    owner: platform
    expires: ${new Date(Date.now() + 30 * 24 * 3600 * 1000).toISOString().slice(0, 10)}
`;
const file = '.rolecall/exceptions.yaml';
const rootMfa = `root-mfa-enabled:arn:aws:iam::${account}:root`;

async function onPullRequest(
  stage: Stage,
  change: Readonly<Record<string, string>>,
  inputs: Readonly<Record<string, string>> = {},
) {
  const pull = stage.open(change);
  const job = await pullRequestEvent(stage.github, { pull });
  return stage.run(job, pull.mergeCommitSha ?? '', { mode: 'check', ...inputs });
}

describe.concurrent('mode: check', () => {
  it('tells how the controls of a profile stand, and writes SARIF, HTML and JSON', async () => {
    await using stage = await setStage({ files: { 'README.md': '' } });
    const ended = await stage.onSchedule({
      ...{ mode: 'check', profile: 'cis-7.0', 'fail-on': 'never' },
      ...{ 'sarif-file': 'a.sarif', 'html-file': 'a.html', 'json-file': 'a.json' },
    });
    expect(ended).toMatchObject({
      exitCode: 0,
      outputs: { 'sarif-file': 'a.sarif', 'html-file': 'a.html', 'json-file': 'a.json' },
    });
    expect(ended.summary).toMatch(/^\| control \| state/m);
    expect(ended.summary).toMatch(/^\d+ controls: \d+ fail/m);
    const read = (name: string) => readFile(join(ended.workspace, name), 'utf8');
    expect(JSON.parse(await read('a.json'))).toMatchObject({
      profile: { id: 'cis-7.0' },
      compliance: { profile: 'cis-7.0' },
    });
    expect(await read('a.html')).toMatch(/^<!doctype html>/i);
    expect(JSON.parse(await read('a.sarif'))).toMatchObject({
      runs: [{ properties: { profile: 'cis-7.0' } }],
    });
  });

  it.each([
    ['profile', { profile: 'cis-9.9' }],
    ['compare', { compare: 'README.md' }],
  ])('fails for a wrong %s', async (_, inputs) => {
    await using stage = await setStage({ files: { 'README.md': 'none' } });
    const ended = await stage.onSchedule({ mode: 'check', ...inputs });
    expect(ended).toMatchObject({
      exitCode: 1,
      outputs: { 'failure-reason': 'invalid-manifest' },
    });
  });

  it('takes exceptions of the default branch: what they excuse is shown and does not count', async () => {
    await using stage = await setStage({ files: { [file]: exceptions("'*'").replace('*', '*') } });
    const ended = await stage.onSchedule({ mode: 'check', 'fail-on': 'low' });
    expect(ended.summary).toContain('Moves to another account');
    expect(ended).toMatchObject({ exitCode: 0, outputs: { findings: '0' } });
  });

  it('excuses nothing by an exception that the pull request adds, and says what it would', async () => {
    await using stage = await setStage({ files: { 'README.md': '' } });
    const ended = await onPullRequest(stage, { [file]: exceptions('root-mfa-enabled') });
    expect(ended).toMatchObject({ exitCode: 1, outputs: { 'failure-reason': 'findings' } });
    const [, excused = ''] = ended.summary.split('What this change would excuse');
    expect(excused.split('##')[0]).toContain(rootMfa);
  });

  it('keeps what the base excuses where the pull request takes it away', async () => {
    await using stage = await setStage({ files: { [file]: exceptions("'*'") } });
    const ended = await onPullRequest(stage, { [file]: 'version: 1\n' }, { 'fail-on': 'low' });
    expect(ended).toMatchObject({ exitCode: 0 });
  });

  it('points at the line of an exception that is wrong', async () => {
    await using stage = await setStage({ files: { 'README.md': '' } });
    const wrong = exceptions('root-mfa-enable');
    const ended = await onPullRequest(stage, { [file]: wrong });
    expect(ended).toMatchObject({
      exitCode: 1,
      outputs: { 'failure-reason': 'invalid-manifest' },
    });
    expect(ended.stdout).toContain(`${file}:3:12`);
  });

  it('compares with an earlier report, once there is one', async () => {
    await using stage = await setStage({ files: { 'README.md': '' } });
    const inputs = { mode: 'check', 'fail-on': 'never', compare: 'before.json' };
    const first = await stage.onSchedule({ ...inputs, 'json-file': 'now.json' });
    expect(first).toMatchObject({ exitCode: 0, outputs: { 'new-findings': '' } });
    const before = JSON.parse(await readFile(join(first.workspace, 'now.json'), 'utf8'));
    const findings = before.findings.map((each: { id: string }) =>
      each.id === rootMfa ? { ...each, outcome: 'pass' } : each,
    );
    const pull = stage.open({ 'before.json': JSON.stringify({ ...before, findings }) });
    stage.merge(pull);
    const next = await stage.onSchedule(inputs);
    expect(next).toMatchObject({ exitCode: 0, outputs: { 'new-findings': '1' } });
    expect(next.summary).toMatch(/### Since .* UTC/);
  });

  it('uses no exceptions of a repository that is about another account', async () => {
    const manifest = head.replace(account, '444455556666');
    await using stage = await setStage({
      files: { 'rolecall.yaml': manifest, [file]: exceptions("'*'") },
    });
    expect((await stage.onSchedule({ mode: 'check' })).exitCode).toBe(1);
  });
});
