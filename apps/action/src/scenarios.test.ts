import { describe, expect, it } from 'vitest';
import type { EndedAction } from './testing/github/runner/run-action.ts';
import { addCommit } from './testing/github/state/commits.ts';
import { addReview } from './testing/github/state/people.ts';
import { pushToPull } from './testing/github/state/pulls.ts';
import { head, type Stage, type StageOptions, setStage } from './testing/stage.fixture.ts';

const trust = (principal: string) =>
  `{ Statement: [{ Effect: Allow, Principal: ${principal}, Action: sts:AssumeRole }] }`;
const service = '{ Service: ecs-tasks.amazonaws.com }';

/** A manifest with one role, `app`, and what else is given. */
function app(more = '', principal = service): string {
  return `${head}roles:\n  app:\n    trust: ${trust(principal)}\n${more}`;
}

const administrator = '    managedPolicies: [AdministratorAccess]\n';
const reads = (bucket: string) =>
  `    inlinePolicies: { read: { Statement: [{ Effect: Allow, Action: s3:GetObject, Resource: 'arn:aws:s3:::${bucket}/*' }] } }\n`;
const ageKey = 'age1jea7ng4gymajaq2kd7tnnk723e26k6rhf7u0dntlf2h97sfgwuysz6g3pp';
const manifest = 'rolecall.yaml';
/** What somebody does in the console. */
const attached = {
  Action: 'AttachRolePolicy',
  RoleName: 'app',
  PolicyArn: 'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess',
};

/** Everything about a run that a scenario may say something of; GitHub found nothing wrong. */
function expectWell(stage: Stage): void {
  expect(stage.github.faults).toEqual([]);
  expect([...stage.github.state.checkRuns.values()].map(({ status }) => status)).not.toContain(
    'in_progress',
  );
}

async function planChange(options: StageOptions, after: string) {
  const stage = await setStage(options);
  const pull = stage.open({ [manifest]: after });
  const ended = await stage.plan(pull);
  return { stage, pull, ended, comment: bodyOf(stage.comments(pull)) };
}

function bodyOf(comments: readonly { readonly body: string }[]): string {
  expect(comments).toHaveLength(1);
  return comments[0]?.body ?? '';
}

function titleOf(comment: string): string {
  return comment.split('\n')[1]?.replace(/^## /, '') ?? '';
}

function errorsOf({ commands }: EndedAction): readonly string[] {
  return commands.filter(({ name }) => name === 'error').map(({ message }) => message);
}

describe.concurrent('a pull request', () => {
  it.each<[string, StageOptions, string, string, object]>([
    [
      'that grants administrator access',
      { applied: app() },
      app(administrator),
      'Grants administrator access',
      { 'to-update': '1', 'highest-severity': 'critical', 'newly-granted': '1' },
    ],
    [
      'that lets everybody assume a role',
      { applied: app() },
      app('', "{ AWS: '*' }"),
      'Lets strangers assume a role',
      { 'to-update': '1', 'highest-severity': 'critical', 'newly-granted': '1' },
    ],
    [
      'that moves a statement to another policy',
      { applied: app(reads('a')) },
      app(reads('a').replace('read:', 'other:')),
      'No new access',
      { 'to-update': '1', 'newly-granted': '0' },
    ],
    [
      'that takes access away',
      { applied: app(administrator) },
      app(),
      'No new access',
      { 'to-update': '1', 'newly-granted': '0', 'highest-severity': '' },
    ],
    [
      'that changes nothing',
      { applied: app() },
      `${app()}# A comment.\n`,
      'No new access',
      { changed: 'false', 'to-update': '0', 'newly-granted': '0' },
    ],
    [
      'that makes a role',
      {},
      app(reads('a')),
      'Grants access to new users or roles',
      { 'to-create': '1', 'newly-granted': '1' },
    ],
  ])('%s', async (_, options, after, title, outputs) => {
    const { stage, ended, comment } = await planChange(options, after);
    await using _stage = stage;
    expect(ended.outputs).toMatchObject({ 'failure-reason': '', ...outputs });
    expect(ended).toMatchObject({ exitCode: 0, stderr: '' });
    expect(titleOf(comment)).toBe(title);
    expect(ended.summary).toContain(title);
    expect(stage.writes()).toEqual([]);
    expectWell(stage);
  });

  it('that deletes a used role', async () => {
    const scenario = `roles:\n  app:\n    path: /rolecall/platform/\n    lastUsedDaysAgo: 3\n    trust: ${trust(service)}\n    tags: { 'rolecall:owner': platform, 'rolecall:resource': role/app }\n`;
    const prune = `${head}prune: { maxDeletes: 3 }\ngroups: { keep: {} }\n`;
    const { stage, ended, comment } = await planChange({ scenario }, prune);
    await using _ = stage;
    expect(ended.outputs).toMatchObject({ 'to-delete': '1', 'highest-severity': 'high' });
    expect(comment).toMatch(/last used 3 days ago/);
    expect(comment).toMatch(/allow-destroy: true/);
    expectWell(stage);
  });

  it('that stands in the way of what is there', async () => {
    const scenario = `roles:\n  app:\n    trust: ${trust(service)}\n`;
    const { stage, ended, comment } = await planChange({ scenario }, app());
    await using _ = stage;
    expect(ended.outputs).toMatchObject({ conflicts: '1', 'failure-reason': 'conflict' });
    expect(ended.exitCode).toBe(1);
    expect(comment).toMatch(/is not ours/);
    expectWell(stage);
  });

  it('that the guardrails of the base refuse, whatever it does to them', async () => {
    const guardrails =
      'version: 1\nneverGrant: [{ name: no-iam, actions: [iam:CreateUser], reason: People come through Identity Center. }]\n';
    const stage = await setStage({
      applied: app(),
      files: { 'rolecall-guardrails.yaml': guardrails },
    });
    await using _ = stage;
    const alone = stage.open({ 'rolecall-guardrails.yaml': 'version: 1\n' });
    expect(await stage.plan(alone)).toMatchObject({ exitCode: 0 });
    const pull = stage.open({
      [manifest]: app(administrator),
      'rolecall-guardrails.yaml': 'version: 1\n',
    });
    const ended = await stage.plan(pull);
    expect(ended.outputs).toMatchObject({ 'failure-reason': 'guardrail' });
    expect(ended.exitCode).toBe(1);
    const comment = bodyOf(stage.comments(pull));
    expect(comment).toMatch(/guardrails-alone/);
    expect(comment).toMatch(/never-grant\/no-iam/);
    expect(comment).toMatch(/iam:CreateUser/);
    expect(comment).toMatch(/changes the guardrails themselves/);
    expectWell(stage);
  });

  it.each<[string, string, string, object, RegExp]>([
    [
      'keys for a user',
      'credentials: { accessKeys: [] }',
      `users: { robot: { accessKeys: { count: 1 }, delivery: { recipients: [${ageKey}] } } }\n`,
      { 'failure-reason': 'guardrail', 'highest-severity': 'high' },
      /user\/robot.*against.*access-keys/,
    ],
    [
      'an archive rule',
      'analyzers: { archiveRules: {} }',
      'analyzers: { out: { regions: [us-east-1], archiveRules: { all: { filter: { resource: { exists: true } } } } } }\n',
      { 'failure-reason': 'guardrail', 'highest-severity': 'high' },
      /analyzer\/us-east-1\/out.*against.*archive-rules/,
    ],
  ])('with %s that the guardrails refuse', async (_, rules, declared, outputs, said) => {
    const stage = await setStage({
      applied: app(),
      files: { 'rolecall-guardrails.yaml': `version: 1\n${rules}\n` },
    });
    await using _stage = stage;
    const pull = stage.open({ [manifest]: `${app()}${declared}` });
    const ended = await stage.plan(pull);
    expect(ended).toMatchObject({ exitCode: 1, outputs });
    expect(bodyOf(stage.comments(pull))).toMatch(said);
    expect(stage.writes()).toEqual([]);
    expectWell(stage);
  });

  it.each<[string, string, string]>([
    [
      'a password',
      `users: { seal: { login: {}, delivery: { recipients: [${ageKey}] } } }\n`,
      'Makes credentials',
    ],
    [
      'an archive rule',
      "analyzers: { out: { regions: [us-east-1], archiveRules: { one: { filter: { isPublic: { eq: ['false'] } } } } } }\n",
      'Hides what is found',
    ],
  ])('that makes %s', async (_, declared, title) => {
    const { stage, ended, comment } = await planChange({ applied: app() }, `${app()}${declared}`);
    await using _stage = stage;
    expect(ended.exitCode).toBe(0);
    expect(titleOf(comment)).toBe(title);
    expectWell(stage);
  });

  it.each<[string, string, RegExp]>([
    ['is not YAML', 'roles: [', /rolecall\.yaml/],
    ['misspells a member', `${app()}rolez: {}\n`, /rolez/],
    ['names no policy', app('    managedPolicies: [Administrator]\n'), /Administrator/],
  ])('whose manifest %s', async (_, text, said) => {
    const { stage, ended, comment } = await planChange({ applied: app() }, text);
    await using _stage = stage;
    expect(ended.outputs).toMatchObject({ 'failure-reason': 'invalid-manifest', changed: 'false' });
    expect(ended.exitCode).toBe(1);
    expect(comment).toMatch(said);
    const annotated = ended.commands.filter(({ properties }) => properties['file'] === manifest);
    expect(annotated[0]?.properties).toMatchObject({ line: expect.stringMatching(/^\d+$/) });
    expectWell(stage);
  });

  it('from a fork, which is told in the summary alone', async () => {
    const stage = await setStage({ applied: app() });
    await using _ = stage;
    const pull = stage.open(
      { [manifest]: app(reads('a')) },
      { fork: { repository: 'mona/infrastructure', sha: '' }, author: 'mona' },
    );
    const ended = await stage.planFork(pull);
    expect(ended).toMatchObject({ exitCode: 0, outputs: { 'newly-granted': '1', 'plan-id': '' } });
    expect(ended.summary).toMatch(/fork/);
    expect(ended.summary).toMatch(/s3:GetObject/);
    expect(stage.comments(pull)).toEqual([]);
    expect(stage.sandbox.calls.filter(({ action }) => action === 'GetCallerIdentity')).toEqual([]);
    expectWell(stage);
  });

  it('is told once, and kept up to date', async () => {
    const stage = await setStage({ applied: app() });
    await using _ = stage;
    const pull = stage.open({ [manifest]: app(administrator) });
    await stage.plan(pull, {}, { action: 'opened' });
    const [first] = stage.comments(pull);
    pushToPull(stage.github.state, pull, { files: { [manifest]: app(reads('a')) } });
    await stage.plan(pull);
    const [second, ...others] = stage.comments(pull);
    expect(others).toEqual([]);
    expect(second?.id).toBe(first?.id);
    expect(titleOf(second?.body ?? '')).toBe('Grants new access');
    pull.state = 'closed';
    await stage.plan(pull, {}, { action: 'closed' });
    expect(bodyOf(stage.comments(pull))).toMatch(/~~.*~~/);
    expectWell(stage);
  });

  it('is silent where it is asked to be', async () => {
    const stage = await setStage({ applied: app() });
    await using _ = stage;
    const quiet = stage.open({ 'README.md': 'hello' });
    await stage.plan(quiet, { comment: 'changes-only' });
    expect(stage.comments(quiet)).toEqual([]);
    const loud = stage.open({ [manifest]: app(administrator) });
    await stage.plan(loud, { comment: 'off' });
    expect(stage.comments(loud)).toEqual([]);
    await stage.plan(loud, { comment: 'changes-only' });
    expect(stage.comments(loud)).toHaveLength(1);
    expectWell(stage);
  });

  it('fails from the severity on that is asked for', async () => {
    const stage = await setStage({ applied: app() });
    await using _ = stage;
    const pull = stage.open({ [manifest]: app(reads('a')) });
    expect(await stage.plan(pull, { 'fail-on': 'high' })).toMatchObject({ exitCode: 0 });
    expect(await stage.plan(pull, { 'fail-on': 'medium' })).toMatchObject({
      exitCode: 1,
      outputs: { 'failure-reason': 'findings' },
    });
  });

  it('with forty resources fits into a comment', async () => {
    const roles = Array.from({ length: 40 }, (_, index) => {
      const actions = Array.from({ length: 60 }, (_each, nth) => `s3:GetObject${nth}`).join(', ');
      return `  app-${index}:\n    trust: ${trust(service)}\n    inlinePolicies: { p: { Statement: [{ Effect: Allow, Action: [${actions}], Resource: 'arn:aws:s3:::bucket-${index}/*' }] } }\n`;
    });
    const { stage, ended, comment } = await planChange({}, `${head}roles:\n${roles.join('')}`);
    await using _ = stage;
    expect(ended.outputs).toMatchObject({ 'to-create': '40' });
    expect(Buffer.byteLength(comment)).toBeLessThanOrEqual(60_000);
    expect(comment.match(/<details>/g)).toHaveLength(comment.match(/<\/details>/g)?.length ?? 0);
    expectWell(stage);
  });

  it('without a manifest, for its policy files', async () => {
    const allow = (action: string) =>
      JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }],
      });
    const stage = await setStage({ files: { 'iam/app.json': allow('s3:GetObject') } });
    await using _ = stage;
    const pull = stage.open({ 'iam/app.json': allow('s3:*'), 'iam/new.json': '{ "Statement": 1' });
    const ended = await stage.plan(pull, { policies: 'iam/**/*.json' });
    expect(ended.outputs).toMatchObject({
      'newly-granted': '2',
      'plan-id': '',
      'failure-reason': 'invalid-manifest',
    });
    const comment = bodyOf(stage.comments(pull));
    expect(comment).toMatch(/iam\/app\.json/);
    expect(comment).toMatch(/iam\/new\.json/);
    expectWell(stage);
  });
});

describe.concurrent('a merge', () => {
  const changed = app(reads('a'));

  it('applies what was reviewed, and tells the pull request', async () => {
    const stage = await setStage({ applied: app() });
    await using _ = stage;
    const pull = stage.open({ [manifest]: changed });
    await stage.plan(pull);
    stage.merge(pull);
    const ended = await stage.apply();
    expect(ended).toMatchObject({
      exitCode: 0,
      outputs: { applied: 'true', 'failure-reason': '' },
    });
    expect(stage.writes()).toEqual(['PutRolePolicy']);
    expect(titleOf(bodyOf(stage.comments(pull)))).toBe('Applied');
    expectWell(stage);
  });

  it('applies nothing that nobody reviewed, until a person releases it', async () => {
    const stage = await setStage({ applied: app() });
    await using _ = stage;
    addCommit(stage.github.state, { branch: 'main', files: { [manifest]: changed } });
    const stopped = await stage.apply();
    expect(stopped.outputs).toMatchObject({ applied: 'false', 'failure-reason': 'not-approved' });
    expect(stage.writes()).toEqual([]);
    const planId = stopped.outputs['plan-id'] ?? '';
    expect(errorsOf(stopped).join()).toContain(planId);
    const other = await stage.release('0'.repeat(64));
    expect(other.outputs).toMatchObject({ 'failure-reason': 'plan-changed' });
    const released = await stage.release(planId);
    expect(released).toMatchObject({ exitCode: 0, outputs: { applied: 'true' } });
    expect(stage.writes()).toEqual(['PutRolePolicy']);
    expectWell(stage);
  });

  it('applies nothing when the account moved since the review', async () => {
    const stage = await setStage({ applied: app() });
    await using _ = stage;
    const pull = stage.open({ [manifest]: changed });
    await stage.plan(pull);
    stage.merge(pull);
    await stage.changeByHand(attached);
    const ended = await stage.apply();
    expect(ended.outputs).toMatchObject({ applied: 'false', 'failure-reason': 'plan-changed' });
    expect(stage.writes()).toEqual(['AttachRolePolicy']);
    expect(titleOf(bodyOf(stage.comments(pull)))).toMatch(/Not applied/);
    expectWell(stage);
  });

  it('applies two pull requests that were merged one after the other', async () => {
    const included = (text: string) => `${text}include: ['more/*.yaml']\n`;
    const stage = await setStage({
      applied: app(),
      files: { [manifest]: included(app()), 'more/none.yaml': '{}' },
    });
    await using _ = stage;
    const one = stage.open({ [manifest]: included(changed) });
    const two = stage.open({ 'more/x.yaml': `roles:\n  more:\n    trust: ${trust(service)}\n` });
    await stage.plan(one);
    await stage.plan(two);
    const first = stage.merge(one);
    stage.merge(two);
    const overtaken = await stage.apply({}, { after: first });
    expect(overtaken.outputs).toMatchObject({ 'failure-reason': 'stale-base' });
    expect((await stage.apply()).outputs).toMatchObject({ applied: 'true' });
    expectWell(stage);
  });

  it('leaves a commit that is no longer the newest to the newer run', async () => {
    const stage = await setStage({ applied: app() });
    await using _ = stage;
    const pull = stage.open({ [manifest]: changed });
    await stage.plan(pull);
    const merged = stage.merge(pull);
    addCommit(stage.github.state, { branch: 'main', files: { 'README.md': 'newer' } });
    const ended = await stage.apply({}, { after: merged });
    expect(ended.outputs).toMatchObject({ applied: 'false', 'failure-reason': 'stale-base' });
    expect(stage.writes()).toEqual([]);
    expect((await stage.apply()).outputs).toMatchObject({ applied: 'true' });
    expectWell(stage);
  });

  it('in the queue applies what was reviewed', async () => {
    const stage = await setStage({ applied: app() });
    await using _ = stage;
    const pull = stage.open({ [manifest]: changed });
    await stage.plan(pull);
    expect((await stage.queue(pull)).outputs).toMatchObject({ applied: 'true' });
    expectWell(stage);
  });

  it('deletes only where the workflow allows it', async () => {
    const more = `  gone:\n    trust: ${trust(service)}\n`;
    const prune = 'prune: { maxDeletes: 3 }\n';
    const stage = await setStage({ applied: `${app()}${more}${prune}` });
    await using _ = stage;
    const pull = stage.open({ [manifest]: `${app()}${prune}` });
    await stage.plan(pull);
    stage.merge(pull);
    expect((await stage.apply()).outputs).toMatchObject({ 'failure-reason': 'guardrail' });
    const tight = await stage.apply({ 'allow-destroy': 'true', 'max-deletes': '0' });
    expect(tight.outputs).toMatchObject({ 'failure-reason': 'guardrail' });
    expect(stage.writes()).toEqual([]);
    const ended = await stage.apply({ 'allow-destroy': 'true' });
    expect(ended.outputs).toMatchObject({ applied: 'true' });
    expect(stage.writes()).toEqual(['DeleteRole']);
  });

  describe('with approval: review', () => {
    const approval = { approval: 'review' };

    const reviewed = async (approve: (stage: Stage, number: number, sha: string) => void) => {
      const stage = await setStage({ applied: app() });
      const pull = stage.open({ [manifest]: changed }, { author: 'octocat' });
      stage.github.state.roles.set('mona', 'write');
      stage.github.state.roles.set('reader', 'read');
      stage.github.state.roles.set('octocat', 'admin');
      await stage.plan(pull);
      approve(stage, pull.number, pull.head.sha);
      stage.merge(pull);
      return { stage, pull, ended: await stage.apply(approval) };
    };

    it.each<[string, (stage: Stage, number: number, sha: string) => void, string]>([
      ['nobody', () => {}, 'not-approved'],
      [
        'somebody with write access',
        ({ github }, pull) => addReview(github.state, { pull, author: 'mona' }),
        '',
      ],
      [
        'the author',
        ({ github }, pull) => addReview(github.state, { pull, author: 'octocat' }),
        'not-approved',
      ],
      [
        'somebody who only reads',
        ({ github }, pull) => addReview(github.state, { pull, author: 'reader' }),
        'not-approved',
      ],
      [
        'somebody at an earlier commit',
        ({ github }, pull) => {
          addReview(github.state, { pull, author: 'mona', commitId: 'c'.repeat(40) });
        },
        'not-approved',
      ],
      [
        'somebody who then asked for changes',
        ({ github }, pull) => {
          addReview(github.state, { pull, author: 'mona' });
          addReview(github.state, { pull, author: 'mona', state: 'CHANGES_REQUESTED' });
        },
        'not-approved',
      ],
      [
        'somebody who commented later',
        ({ github }, pull) => {
          addReview(github.state, { pull, author: 'mona' });
          addReview(github.state, { pull, author: 'mona', state: 'COMMENTED' });
        },
        '',
      ],
      [
        'a machine',
        ({ github }, pull) => {
          github.state.roles.set('helper[bot]', 'write');
          addReview(github.state, { pull, author: 'helper[bot]' });
        },
        'not-approved',
      ],
    ])('approved by %s', async (_, approve, reason) => {
      const { stage, ended } = await reviewed(approve);
      await using _stage = stage;
      expect(ended.outputs['failure-reason']).toBe(reason);
      expect(stage.writes()).toEqual(reason === '' ? ['PutRolePolicy'] : []);
      expectWell(stage);
    });

    it('does not count who pushed last', async () => {
      const stage = await setStage({ applied: app() });
      await using _ = stage;
      const pull = stage.open({ [manifest]: app() }, { author: 'octocat' });
      stage.github.state.roles.set('mona', 'write');
      pushToPull(stage.github.state, pull, { files: { [manifest]: changed }, author: 'mona' });
      await stage.plan(pull);
      addReview(stage.github.state, { pull: pull.number, author: 'mona' });
      stage.merge(pull);
      const ended = await stage.apply(approval);
      expect(ended.outputs).toMatchObject({ 'failure-reason': 'not-approved' });
      expect(errorsOf(ended).join()).toContain('pushed last');
    });
  });
});

describe.concurrent('on a schedule', () => {
  it('finds drift, keeps one issue about it, and closes it when all is well', async () => {
    const stage = await setStage({ applied: app() });
    await using _ = stage;
    const inputs = { mode: 'drift', 'drift-issue': 'true' };
    expect(await stage.onSchedule(inputs)).toMatchObject({
      exitCode: 0,
      outputs: { changed: 'false' },
    });
    const issues = () => [...stage.github.state.issues.values()].map(({ state }) => state);
    expect(issues()).toEqual([]);
    await stage.changeByHand(attached);
    for (const _again of [1, 2]) {
      const drifted = await stage.onSchedule(inputs);
      expect(drifted).toMatchObject({ exitCode: 1, outputs: { changed: 'true' } });
    }
    expect(issues()).toEqual(['open']);
    const { outputs } = await stage.onSchedule(inputs);
    expect((await stage.release(outputs['plan-id'] ?? '')).outputs).toMatchObject({
      applied: 'true',
    });
    await stage.onSchedule(inputs);
    expect(issues()).toEqual(['closed']);
    expectWell(stage);
  });

  it('does what was settled beforehand without a release, and tells of the rest', async () => {
    const ended = '  temp:\n    expiresAt: "2026-01-01T00:00:00Z"\n';
    const lasting = ended.replace('2026', '2099');
    const trusting =
      app()
        .split('\n')
        .find((line) => line.includes('trust:')) ?? '';
    const stage = await setStage({
      applied: `${app()}${lasting}${trusting}\n`,
      files: { 'rolecall.yaml': `${app()}${ended}${trusting}\n` },
    });
    await using _ = stage;
    const inputs = { mode: 'apply' };
    const refused = await stage.onSchedule(inputs);
    expect(refused.outputs).toMatchObject({ 'failure-reason': 'guardrail', applied: 'false' });
    await stage.changeByHand(attached);
    const done = await stage.onSchedule({ ...inputs, 'allow-destroy': 'true' });
    expect(done).toMatchObject({ exitCode: 1, outputs: { 'failure-reason': 'findings' } });
    expect(stage.writes().filter((name) => name.startsWith('Delete'))).toEqual(['DeleteRole']);
    const released = await stage.release(done.outputs['plan-id'] ?? '');
    expect(released.outputs).toMatchObject({ applied: 'true' });
    expect(await stage.onSchedule(inputs)).toMatchObject({ exitCode: 0 });
    expectWell(stage);
  });

  it('checks the set-up, and fails for what is grave', async () => {
    const stage = await setStage({ applied: app(), files: { 'README.md': '' } });
    await using _ = stage;
    const ended = await stage.onSchedule({ mode: 'check' });
    expect(ended).toMatchObject({ exitCode: 1, outputs: { 'failure-reason': 'findings' } });
    expect(Number(ended.outputs['findings'])).toBeGreaterThan(0);
    expect(ended.summary).toMatch(/root/i);
    const calm = await stage.onSchedule({ mode: 'check', 'fail-on': 'never' });
    expect(calm.exitCode).toBe(0);
    expectWell(stage);
  });
});
