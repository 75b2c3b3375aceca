import { describe, expect, it } from 'vitest';
import { expectInert, expectNoSecret } from './testing/expect-inert.fixture.ts';
import type { EndedAction } from './testing/github/runner/run-action.ts';
import { account, head, type Inputs, type Stage, setStage } from './testing/stage.fixture.ts';

const manifest = 'rolecall.yaml';
const trust =
  '{ Statement: [{ Effect: Allow, Principal: { Service: ecs-tasks.amazonaws.com }, Action: sts:AssumeRole }] }';
const app = (more = '') => `${head}roles:\n  app:\n    trust: ${trust}\n${more}`;
const administrator = app('    managedPolicies: [AdministratorAccess]\n');

function errorsOf({ commands }: EndedAction): string {
  return commands
    .filter(({ name }) => name === 'error')
    .map(({ message }) => message)
    .join('\n');
}

type Fault = (faults: Stage['sandbox']['faults']) => void;

describe.concurrent('an account that does not answer', () => {
  it.each<[string, Fault, Inputs]>([
    ['denies every read', (faults) => faults.deny.push('iam:*'), {}],
    ['denies roles', (faults) => faults.deny.push('iam:GetAccountAuthorizationDetails'), {}],
    [
      'takes the credentials for expired',
      (faults) => Object.assign(faults, { credentials: 'expired' }),
      {},
    ],
    [
      'takes the credentials for wrong',
      (faults) => Object.assign(faults, { credentials: 'invalid' }),
      {},
    ],
    [
      'finds them badly signed',
      (faults) => Object.assign(faults, { credentials: 'badSignature' }),
      {},
    ],
    ['answers through a proxy', (faults) => faults.htmlOn.push('iam:*', 'sts:*'), {}],
    ['is another than the input says', () => {}, { account: '444455556666' }],
  ])('%s', async (_, fault, inputs) => {
    await using stage = await setStage({ applied: app() });
    const pull = stage.open({ [manifest]: administrator });
    await stage.plan(pull);
    stage.merge(pull);
    fault(stage.sandbox.faults);
    const ended = await stage.apply(inputs);
    expect(ended.outputs).toMatchObject({ applied: 'false', 'failure-reason': 'access-denied' });
    expect(ended.exitCode).toBe(1);
    expect(stage.writes()).toEqual([]);
    expectInert(stage, ended);
    await expectNoSecret(stage, ended);
  });

  it('throttles, and is waited for', async () => {
    await using stage = await setStage({ applied: app() });
    stage.sandbox.faults.throttleEvery = 4;
    const ended = await stage.plan(stage.open({ [manifest]: administrator }));
    expect(ended).toMatchObject({ exitCode: 0, outputs: { 'to-update': '1' } });
  });

  it('denies half of what a plan reads', async () => {
    await using stage = await setStage({ applied: app() });
    stage.sandbox.faults.deny.push('iam:List*', 'iam:GetAccountSummary', 'organizations:*');
    const ended = await stage.plan(stage.open({ [manifest]: administrator }));
    expect(ended).toMatchObject({
      exitCode: 1,
      outputs: { 'failure-reason': 'access-denied', 'plan-id': '' },
    });
    expect(errorsOf(ended)).toContain('iam:ListRoles');
  });

  it('denies half of what is checked', async () => {
    await using stage = await setStage({ applied: app() });
    stage.sandbox.faults.deny.push('iam:GetAccountSummary', 'iam:*CredentialReport');
    const ended = await stage.onSchedule({ mode: 'check' });
    expect(ended).toMatchObject({ exitCode: 1, outputs: { 'failure-reason': 'findings' } });
    expect(ended.summary).toContain('iam:GetAccountSummary');
    await expectNoSecret(stage, ended);
  });

  it('denies the write', async () => {
    await using stage = await setStage({ applied: app() });
    const pull = stage.open({ [manifest]: administrator });
    await stage.plan(pull);
    stage.merge(pull);
    stage.sandbox.faults.deny.push('iam:AttachRolePolicy');
    const ended = await stage.apply();
    expect(ended.outputs).toMatchObject({ applied: 'false', 'failure-reason': 'access-denied' });
    expect(errorsOf(ended)).toContain('iam:AttachRolePolicy');
  });

  it('is another than the manifest says', async () => {
    await using stage = await setStage();
    const text = administrator.replace(account, '444455556666');
    const ended = await stage.plan(stage.open({ [manifest]: text }));
    expect(ended).toMatchObject({ exitCode: 1, outputs: { 'failure-reason': 'access-denied' } });
    const asked = new Set(stage.sandbox.calls.map(({ action }) => action));
    expect(asked).toEqual(new Set(['sts:GetCallerIdentity']));
  });

  it('is reached as root', async () => {
    await using stage = await setStage({ caller: `arn:aws:iam::${account}:root` });
    const ended = await stage.plan(stage.open({ [manifest]: administrator }));
    expect(ended).toMatchObject({ exitCode: 1, outputs: { 'failure-reason': 'access-denied' } });
    expect(errorsOf(ended)).toMatch(/root/);
    const asked = new Set(stage.sandbox.calls.map(({ action }) => action));
    expect(asked).toEqual(new Set(['sts:GetCallerIdentity']));
  });
});

describe.concurrent('a role that is assumed with a token of GitHub', () => {
  const issuer = 'token.actions.githubusercontent.com';
  const inputs = { 'role-to-assume': `arn:aws:iam::${account}:role/deployer` };
  const subject = 'repo:acme/infrastructure:pull_request';

  const trusting = (sub: string, url = `https://${issuer}`) => ({
    applied: app(),
    scenario: `oidcProviders: [{ url: ${url}, clientIds: [sts.amazonaws.com] }]
roles:
  deployer:
    attach: ['aws:AdministratorAccess']
    trust:
      Statement:
        - Effect: Allow
          Principal: { Federated: 'arn:aws:iam::${account}:oidc-provider/${issuer}' }
          Action: sts:AssumeRoleWithWebIdentity
          Condition: { StringEquals: { '${issuer}:sub': '${sub}', '${issuer}:aud': sts.amazonaws.com } }
`,
  });

  it('plans as that role, and shows no secret', async () => {
    await using stage = await setStage(trusting(subject));
    const ended = await stage.plan(stage.open({ [manifest]: administrator }), inputs);
    expect(ended).toMatchObject({ exitCode: 0, outputs: { 'to-update': '1' } });
    const actions = stage.sandbox.calls.map(({ action }) => action);
    expect(actions).toContain('sts:AssumeRoleWithWebIdentity');
    const hidden = ended.commands.filter(({ name }) => name === 'add-mask');
    expect(hidden).toHaveLength(3);
    expect(hidden.map(({ message }) => message)).not.toContain(stage.github.token);
    await expectNoSecret(stage, ended);
  });

  it.each<[string, ReturnType<typeof trusting>, string]>([
    ['for another subject', trusting('repo:acme/infrastructure:ref:refs/heads/main'), subject],
    [
      'for an issuer that the account does not know',
      trusting(subject, 'https://id.example.com'),
      issuer,
    ],
  ])('is not let in %s, and told what is missing', async (_, options, said) => {
    await using stage = await setStage(options);
    const pull = stage.open({ [manifest]: administrator });
    const ended = await stage.plan(pull, inputs);
    expect(ended).toMatchObject({ exitCode: 1, outputs: { 'failure-reason': 'access-denied' } });
    expect(errorsOf(ended)).toContain(said);
    expect(stage.comments(pull)[0]?.body).toContain(said);
    expectInert(stage, ended);
    await expectNoSecret(stage, ended);
  });

  it('needs the permission for tokens', async () => {
    await using stage = await setStage(trusting(subject));
    const { 'id-token': _, ...others } = stage.github.permissions;
    stage.github.permissions = others;
    const ended = await stage.plan(stage.open({ [manifest]: administrator }), inputs);
    expect(ended).toMatchObject({ exitCode: 1, outputs: { 'failure-reason': 'access-denied' } });
    expect(errorsOf(ended)).toContain('id-token: write');
  });
});
