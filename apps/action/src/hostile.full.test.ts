import { readFile } from 'node:fs/promises';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { attack, attackLine, expectInert, expectNoSecret } from './testing/expect-inert.fixture.ts';
import { pullRequestEvent, pushEvent } from './testing/github/runner/events.ts';
import type { EndedAction } from './testing/github/runner/run-action.ts';
import { addCommit } from './testing/github/state/commits.ts';
import { addComment } from './testing/github/state/issues.ts';
import { pushToPull } from './testing/github/state/pulls.ts';
import { addArtifact, addRun, defaultWorkflow } from './testing/github/state/runs.ts';
import { type Files, head, type Inputs, type Stage, setStage } from './testing/stage.fixture.ts';

const manifest = 'rolecall.yaml';
const trust =
  '{ Statement: [{ Effect: Allow, Principal: { Service: ecs-tasks.amazonaws.com }, Action: sts:AssumeRole }] }';
const app = (more = '') => `${head}roles:\n  app:\n    trust: ${trust}\n${more}`;
const reads =
  "    inlinePolicies: { read: { Statement: [{ Effect: Allow, Action: s3:GetObject, Resource: 'arn:aws:s3:::a/*' }] } }\n";
const quoted = (text: string) => JSON.stringify(text);
const policy = (statement: object = {}) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*', ...statement }],
  });

function everyErrorOf({ commands }: EndedAction): string {
  return commands.map(({ message }) => message).join('\n');
}

describe.concurrent('text from outside is shown and never obeyed', () => {
  const taken = quoted(attackLine.replaceAll(/[^ -~]/g, ''));
  const key = quoted(attackLine);

  it.each<[string, Files, Inputs]>([
    ['a description that IAM takes', { [manifest]: app(`    description: ${taken}\n`) }, {}],
    [
      'names, tags and descriptions that IAM does not take',
      {
        [manifest]: `${app(`    description: ${quoted(attack)}\n    tags: { ${key}: ${key} }\n    managedPolicies: [${key}]\n`)}  ${key}: { trust: ${trust} }\n`,
      },
      {},
    ],
    ['members nobody knows', { [manifest]: `${head}${key}: 1\n` }, {}],
    ['a manifest that cannot be parsed', { [manifest]: `${head}roles: ]${attack}` }, {}],
    [
      'policies and their file names',
      {
        'sid.json': policy({ Sid: attack }),
        'action.json': policy({ Action: attack, Resource: attack }),
        'condition.json': policy({ Condition: { [attack]: { [attack]: attack } } }),
        'member.json': policy({ [attack]: attack }),
        [`${attackLine}.json`]: policy({ Action: '*' }),
        'a\n::error::mischief\n/x.json': '{ "Statement": 1 }',
      },
      { policies: '**/*.json' },
    ],
    ['the name of a manifest', {}, { manifest: `${attackLine}.yaml` }],
    ['a pattern', {}, { policies: `../${attackLine}` }],
    ['an input', {}, { account: attack }],
  ])('%s', async (_, files, inputs) => {
    await using stage = await setStage({ applied: app() });
    const pull = stage.open(files, { head: 'x/::error::mischief<!--rolecall:default-->@octocat' });
    const ended = await stage.plan(pull, { ...inputs, 'sarif-file': 'rolecall.sarif' });
    expectInert(stage, ended);
    await expectNoSecret(stage, ended);
    expect(ended.outputs['failure-reason']).toBeDefined();
  });

  it('what is in the account', async () => {
    const live = `    description: ${quoted(attack)}\n    tags: { x: ${quoted(attack)} }\n`;
    const scenario = `roles:\n  app:\n    path: /rolecall/platform/\n    trust: ${trust}\n${live}`;
    await using stage = await setStage({ scenario, files: { [manifest]: app() } });
    const ended = await stage.plan(stage.open({ [manifest]: app('    adopt: true\n') }));
    expect(ended.outputs).toMatchObject({ 'to-update': '1' });
    expectInert(stage, ended);
    expectInert(stage, await stage.onSchedule({ mode: 'drift', 'drift-issue': 'true' }));
    expectInert(stage, await stage.onSchedule({ mode: 'check' }));
    expect(stage.github.state.issues.size).toBe(1);
  });

  it.each(['iam:GetAccountAuthorizationDetails', 'sts:GetCallerIdentity', 'iam:PutRolePolicy'])(
    'what AWS says of %s',
    async (action) => {
      await using stage = await setStage({ applied: app() });
      const { faults } = stage.sandbox;
      const pull = stage.open({ [manifest]: app(reads) });
      const refusal = { action, code: attackLine, status: 400, message: attack, times: 99 };
      if (!action.includes('Put')) faults.failCalls.push(refusal);
      expectInert(stage, await stage.plan(pull));
      faults.failCalls.push(refusal);
      stage.merge(pull);
      const ended = await stage.apply();
      expect(ended).toMatchObject({ exitCode: 1, outputs: { applied: 'false' } });
      expectInert(stage, ended);
    },
  );
});

describe.concurrent('files that are none', () => {
  const bomb = `a: &a [x]\n${'bcdefghijk'.replaceAll(/./g, (name) => `${name}: &${name} [${`*${String.fromCharCode(name.charCodeAt(0) - 1)},`.repeat(9)}]\n`)}`;
  const deep = '['.repeat(100_000);
  const elsewhere = { symlink: '/etc/passwd' };

  it.each<[string, Files, Inputs]>([
    ['a manifest above the repository', {}, { manifest: '../rolecall.yaml' }],
    ['the configuration of Git', {}, { manifest: '.git/config' }],
    ['a link to another file', { [manifest]: elsewhere }, {}],
    [
      'a link in the repository',
      { [manifest]: { symlink: 'other.yaml' }, 'other.yaml': app() },
      {},
    ],
    ['a folder', { [manifest]: null, 'rolecall.yaml/x': app() }, {}],
    ['50 MB', { [manifest]: Buffer.alloc(50_000_000, '#') }, {}],
    ['a bomb of aliases', { [manifest]: `${head}${bomb}roles: *k\n` }, {}],
    ['deep YAML', { [manifest]: `${head}roles: ${deep}` }, {}],
    ['bytes that are no text', { [manifest]: Buffer.from([0xff, 0xfe, 0x00, 0x80, 0xc3]) }, {}],
    ['nothing', { [manifest]: '' }, {}],
    ['a manifest that is gone', { [manifest]: null }, {}],
    ['an include from above', { [manifest]: `${app()}include: ['../*']\n` }, {}],
    ['policies from above', {}, { policies: '../*' }],
    ['a policy of 50 MB', { 'x.json': Buffer.alloc(50_000_000, '[') }, { policies: '*.json' }],
    ['a snapshot from anywhere', {}, { snapshot: '/etc/passwd' }],
    ['a snapshot that is none', {}, { snapshot: 'rolecall.yaml' }],
  ])('%s', async (_, files, inputs) => {
    await using stage = await setStage({ applied: app() });
    const ended = await stage.plan(stage.open(files), inputs);
    expect(ended.outputs['failure-reason']).toBe('invalid-manifest');
    expect(ended.exitCode).toBe(1);
    expectInert(stage, ended);
    await expectNoSecret(stage, ended);
  });

  it('links among policies, which are left out', async () => {
    await using stage = await setStage({ applied: app() });
    const links = {
      'passwd.json': elsewhere,
      'up.json': { symlink: '../github_event_path' },
      etc: { symlink: '/etc' },
      loop: { symlink: '.' },
    };
    const ended = await stage.plan(stage.open({ ...links, 'a.json': policy() }), {
      policies: '**/*.json\netc/*\nloop/*.json',
    });
    expect(ended.outputs).toMatchObject({ 'failure-reason': '', 'newly-granted': '1' });
    await expectNoSecret(stage, ended);
  });

  it('policies, each of which is told of', async () => {
    await using stage = await setStage({ applied: app() });
    const files = {
      'deep.json': `{"Statement":${deep}`,
      'bytes.json': Buffer.from([0xff, 0xfe, 0x00]),
      'bomb.yaml': `Resources:\n  a: &a [x]\n${bomb}`,
      'deep.yaml': `Resources: ${deep}`,
    };
    const ended = await stage.plan(stage.open(files), { policies: '*.json\n{bomb,deep}.yaml' });
    expect(ended.outputs['failure-reason']).toBe('invalid-manifest');
    const annotated = ended.commands.map(({ properties }) => properties['file']);
    expect(annotated).toEqual(expect.arrayContaining(Object.keys(files)));
    expectInert(stage, ended);
  });

  it('a report that would be written through a link', async () => {
    await using stage = await setStage({ applied: app() });
    const pull = stage.open({ 'link.sarif': { symlink: '../github_env' } });
    const ended = await stage.plan(pull, { 'sarif-file': 'link.sarif' });
    expect(ended.outputs).toMatchObject({ 'failure-reason': '', 'sarif-file': '' });
    expect(everyErrorOf(ended)).toContain('is not written');
    expectInert(stage, ended);
  });
});

describe.concurrent('what decides over changes', () => {
  it('is not changed for Rolecall itself', async () => {
    await using stage = await setStage({ applied: app() });
    const core = `  rolecall-core-apply:\n    path: /rolecall-core/\n    trust: ${trust}\n`;
    const ended = await stage.plan(stage.open({ [manifest]: app(core) }));
    expect(ended.outputs).toMatchObject({ 'failure-reason': 'guardrail' });
  });

  it.each<[string, string, Files]>([
    ['the workflow', defaultWorkflow, { [defaultWorkflow]: 'on: pull_request\njobs: {}\n' }],
    ['code of an action in use', '.github/actions/plan', { '.github/actions/plan/x.js': 'evil()' }],
    ['an action that an action uses', 'tools/inner', { 'tools/inner/index.js': 'evil()' }],
    [
      'a workflow in use',
      '.github/workflows/more.yml',
      { '.github/workflows/more.yml': 'jobs: {}' },
    ],
  ])('makes the plan worth nothing: %s', async (_, named, evil) => {
    const uses = (path: string) => `steps: [{ uses: ${path} }]`;
    const files = {
      [defaultWorkflow]: `on: pull_request\njobs:\n  a: { uses: ./.github/workflows/more.yml }\n  b: { ${uses('./.github/actions/plan')} }\n`,
      '.github/workflows/more.yml': 'on: workflow_call\njobs: {}\n',
      '.github/actions/plan/action.yml': `runs: { using: composite, ${uses('./tools/inner')} }\n`,
      'tools/inner/action.yaml': 'runs: { using: node24, main: index.js }\n',
    };
    await using stage = await setStage({ applied: app(), files });
    const pull = stage.open({ [manifest]: app(reads), ...evil });
    await stage.plan(pull);
    const { body = '' } = stage.comments(pull)[0] ?? {};
    if (!named.startsWith('tools')) expect(body).toMatch(/changes (a workflow|an action)/);
    stage.merge(pull);
    await expectUnbelieved(stage, named);
  });

  it('is not hidden behind more files than GitHub lists', async () => {
    await using stage = await setStage({ applied: app() });
    const many = Array.from({ length: 3000 }, (_, index) => [`a/${index}.txt`, 'x'] as const);
    const files = { ...Object.fromEntries(many), 'rolecall-guardrails.yaml': 'version: 1\n' };
    const ended = await stage.plan(stage.open(files));
    expect(ended.outputs).toMatchObject({ 'failure-reason': 'invalid-manifest' });
    expect(everyErrorOf(ended)).toContain('3000 files');
  });

  it('is believed where it stayed as it was', async () => {
    await using stage = await setStage({ applied: app() });
    const pull = stage.open({ [manifest]: app(reads) });
    await stage.plan(pull);
    stage.merge(pull);
    expect((await stage.apply()).outputs).toMatchObject({ applied: 'true' });
  });
});

/** The merge applies nothing, shows what it would do, and says why. */
async function expectUnbelieved(stage: Stage, why: string): Promise<void> {
  const ended = await stage.apply();
  expect(ended.outputs).toMatchObject({ applied: 'false', 'failure-reason': 'not-approved' });
  expect(ended.outputs['plan-id']).toMatch(/^[0-9a-f]{64}$/);
  expect(everyErrorOf(ended)).toContain(why);
  expect(stage.writes()).toEqual([]);
  expectInert(stage, ended);
}

describe.concurrent('a forged plan', () => {
  const zip = (text: string, name = 'rolecall-plan.json') =>
    zipSync({ [name]: new TextEncoder().encode(text) });
  const bomb = () => zipSync({ 'rolecall-plan.json': new Uint8Array(60_000_000) }, { level: 1 });
  /** Claims to hold a few bytes, and holds many. */
  const liar = () => {
    const bytes = bomb();
    const view = new DataView(bytes.buffer);
    const directory = view.getUint32(bytes.length - 6, true);
    view.setUint32(directory + 24, 100, true);
    return bytes;
  };

  it.each<[string, (text: string) => readonly Uint8Array[]]>([
    [
      'another plan',
      (text) => [
        zip(text.replace('arn:aws:s3:::a/*', '*')),
        zip('{}'),
        zip(attack),
        zip('['.repeat(100_000)),
        zip(text, 'rolecall-plan.txt'),
      ],
    ],
    [
      'an archive that is none',
      () => [new TextEncoder().encode('PK?'), new Uint8Array(), bomb(), liar()],
    ],
  ])('in %s', async (_, forge) => {
    await using stage = await setStage({ applied: app() });
    const { pull, text, run } = await reviewed(stage);
    stage.merge(pull);
    for (const forged of forge(text)) {
      stage.github.state.artifacts.clear();
      addArtifact(stage.github.state, { run, name: 'rolecall-plan', zip: forged });
      await expectUnbelieved(stage, 'kept no plan');
    }
  });

  it('by a run of something else', async () => {
    await using stage = await setStage({ applied: app() });
    const evil = '.github/workflows/evil.yml';
    const { pull, text } = await reviewed(stage, { [evil]: 'on: pull_request' });
    stage.merge(pull);
    const { state } = stage.github;
    state.artifacts.clear();
    const usual = { event: 'pull_request', headSha: pull.head.sha, headBranch: pull.head.ref };
    for (const other of [
      { event: 'push' },
      { headSha: 'c'.repeat(40) },
      { headRepository: 'eve/infrastructure' },
      { headBranch: 'eve' },
      { path: evil },
    ]) {
      const forged = addRun(state, { ...usual, ...other });
      const files = { 'rolecall-plan.json': text };
      addArtifact(state, { run: forged.id, name: 'rolecall-plan', files });
      await expectUnbelieved(stage, `#${pull.number}`);
    }
  });

  it('for a commit that came after it', async () => {
    await using stage = await setStage({ applied: app() });
    const pull = stage.open({ [manifest]: app() });
    await stage.plan(pull);
    pushToPull(stage.github.state, pull, { files: { [manifest]: app(reads) } });
    stage.merge(pull);
    await expectUnbelieved(stage, 'no run has planned');
  });
});

/** A pull request, its plan, and the run that made it. */
async function reviewed(stage: Stage, files: Files = {}) {
  const pull = stage.open({ [manifest]: app(reads), ...files });
  const { outputs } = await stage.plan(pull);
  const text = await readFile(outputs['plan-file'] ?? '', 'utf8');
  const [kept] = stage.github.state.artifacts.values();
  return { pull, text, run: kept?.run ?? 0 };
}

describe.concurrent('who is not meant', () => {
  it('writes our comment', async () => {
    await using stage = await setStage({ applied: app() });
    const pull = stage.open({ [manifest]: app(reads) });
    const body = '<!-- rolecall:default -->\n## No new access';
    const { id } = addComment(stage.github.state, { issue: pull.number, body, author: 'eve' });
    await stage.plan(pull);
    expect(stage.github.state.comments.get(id)?.body).toBe(body);
    expect(stage.comments(pull).map(({ author }) => author)).toEqual([
      'eve',
      'github-actions[bot]',
    ]);
  });

  it.each(['plan', 'apply'])('pull_request_target: %s', async (mode) => {
    await using stage = await setStage({ applied: app() });
    const pull = stage.open({ [manifest]: app(reads) });
    const job = await pullRequestEvent(stage.github, { pull, name: 'pull_request_target' });
    const ended = await stage.run(job, pull.head.sha, { mode });
    expect(ended.outputs).toEqual({ 'failure-reason': 'guardrail' });
    expect(stage.github.requests).toEqual([]);
    expect(stage.writes()).toEqual([]);
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ['a feature branch', { GITHUB_REF: 'refs/heads/feature' }],
    ['a tag with the name of the branch', { GITHUB_REF: 'refs/tags/main' }],
    ['a branch with a longer name', { GITHUB_REF: 'refs/heads/main/x' }],
  ])('applies from %s', async (_, { GITHUB_REF = '' }) => {
    await using stage = await setStage({ applied: app() });
    addCommit(stage.github.state, { branch: 'main', files: { [manifest]: app(reads) } });
    const branch = GITHUB_REF.replace('refs/heads/', '');
    stage.github.state.refs.set(`heads/${branch}`, stage.github.state.refs.get('heads/main') ?? '');
    const pushed = await pushEvent(stage.github, { branch });
    const job = { ...pushed, env: { ...pushed.env, GITHUB_REF } };
    const ended = await stage.run(job, pushed.env['GITHUB_SHA'] ?? '', { mode: 'apply' });
    expect(ended.outputs).toEqual({ 'failure-reason': 'guardrail' });
    expect(stage.writes()).toEqual([]);
  });

  it('runs an old push again', async () => {
    await using stage = await setStage({ applied: app() });
    const pull = stage.open({ [manifest]: app(reads) });
    await stage.plan(pull);
    const old = stage.merge(pull);
    addCommit(stage.github.state, { branch: 'main', files: { [manifest]: app() } });
    const job = await pushEvent(stage.github, { after: old, runAttempt: 2 });
    const ended = await stage.run(job, old, { mode: 'apply' });
    expect(ended.outputs).toMatchObject({ applied: 'false', 'failure-reason': 'stale-base' });
    expect(stage.writes()).toEqual([]);
  });

  it('has a branch of a pull request called main', async () => {
    const included = (text: string) => `${text}include: ['more/*.yaml']\n`;
    await using stage = await setStage({
      applied: app(),
      files: { [manifest]: included(app()), 'more/none.yaml': '{}' },
    });
    const { state } = stage.github;
    await stage.apply();
    const one = stage.open({ [manifest]: included(app(reads)) });
    const two = stage.open({ 'more/x.yaml': `roles:\n  more:\n    trust: ${trust}\n` });
    await stage.plan(one);
    await stage.plan(two);
    const eve = { headBranch: 'main', headRepository: 'eve/infrastructure' };
    addRun(state, { event: 'pull_request', headSha: stage.merge(one), ...eve });
    stage.merge(two);
    expect((await stage.apply()).outputs).toMatchObject({ applied: 'true' });
  });
});
