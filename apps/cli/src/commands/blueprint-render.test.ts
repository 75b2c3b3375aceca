import { expect, it } from 'vitest';
import { folderOf, run, runJson } from '../testing/run.fixture.ts';

it('prints the documents of one account', async () => {
  const { exitCode, stdout } = await run(
    'blueprint render ecs-task --account 210987654321 --with managedPolicies=ReadOnlyAccess',
  );
  expect(exitCode).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    roles: {
      EcsTaskRole: { path: '/', managedPolicies: ['arn:aws:iam::aws:policy/ReadOnlyAccess'] },
    },
    companions: [{ statement: { Resource: 'arn:aws:iam::210987654321:role/EcsTaskRole' } }],
  });
});

it.each([
  ['cloudformation', '"Type": "AWS::IAM::Role"', '"ManagedPolicyName": "lambda-basic-caller"'],
  ['terraform', 'resource "aws_iam_role" "lambda-ex" {', 'resource "aws_iam_policy"'],
])('prints %s of no account', async (format, role, caller) => {
  const command = `blueprint render lambda-basic --format ${format} --path /ops/`;
  const { exitCode, stdout } = await run(command);
  expect(exitCode).toBe(0);
  expect(stdout).toContain(role);
  expect(stdout).toContain('/ops/');
  expect(stdout).not.toContain('111122223333');
  expect(stdout).not.toContain(caller);
  expect((await run(`${command} --caller`)).stdout).toContain(caller);
});

it('takes values of every kind, and members of a list one by one', async () => {
  const { json } = await runJson(
    [
      'blueprint render github-actions-oidc --account 210987654321',
      '--with organization=octo repository=web organizationId=1 repositoryId=2',
      '--with subjects=ref:refs/heads/main,pull_request subjects=environment:prod',
      '--with createProvider=false maxSessionDuration=7200',
    ].join(' '),
  );
  const { roles, oidcProviders } = JSON.parse(json.text);
  expect(oidcProviders).toBeUndefined();
  expect(roles.GitHubActionsRole.maxSessionDuration).toBe(7200);
  expect(JSON.stringify(roles)).toContain('"repo:octo/web:environment:prod"');
  expect(JSON.stringify(roles)).toContain('"repo:octo/web:pull_request"');
});

it('takes the account from the ARNs among the values', async () => {
  const command = 'blueprint render emergency-administrator --format terraform --with';
  const own = 'principals=arn:aws:iam::210987654321:user/eve';
  expect(await run(`${command} ${own}`)).toMatchObject({ exitCode: 0 });
  expect(await run(`${command} ${own} --account 111122223333`)).toMatchObject({ exitCode: 1 });
});

it('tells what a template cannot make', async () => {
  const { stdout, stderr } = await run(
    'blueprint render power-user-policy --format cloudformation',
  );
  expect(JSON.parse(stdout).Resources).toEqual({});
  expect(stderr).toContain('PowerUserExamplePolicy');
});

it('prints Identity Center, and tells whom no template can make', async () => {
  const command = 'blueprint render identity-center-administrator --with userName=jane';
  const person = 'givenName=Jane familyName=Doe email=jane@example.com';
  const template = await run(`${command} ${person} --format cloudformation`);
  expect(Object.keys(JSON.parse(template.stdout).Parameters)).toEqual([
    'InstanceArn',
    'IdentityStoreId',
    'IdentityCenterUserJaneId',
  ]);
  expect(template.stderr).toContain('the user jane of Identity Center');
  const configuration = await run(`${command} ${person} --format terraform`);
  expect(configuration.stdout).toContain('resource "aws_identitystore_user" "jane" {');
  expect(configuration.stderr).toBe('');
});

it('writes to a file', async () => {
  const cwd = await folderOf();
  const command = 'blueprint render backup --format terraform --output backup.tf';
  expect(await run(command, { cwd })).toMatchObject({ exitCode: 0, stdout: '' });
});

it.each([
  ['lamda-basic --format terraform', 'BLUEPRINT_UNKNOWN'],
  ['lambda-basic', 'USAGE'],
  ['lambda-basic --format yaml', 'USAGE'],
  ['lambda-basic --account 12', 'USAGE'],
  ['lambda-basic --format terraform --path ops', 'USAGE'],
  ['lambda-basic --format terraform --partition aws-moon', 'USAGE'],
  ['lambda-basic --format terraform --with vcp=true', 'USAGE'],
  ['lambda-basic --format terraform --with vpc', 'USAGE'],
  ['lambda-basic --format terraform --with vpc=yes', 'PARAMETER_INVALID'],
  ['scheduler --format terraform', 'PARAMETER_INVALID'],
  ['proton-environment --format terraform', 'SERVICE_RETIRED'],
  ['app-runner-instance --format terraform', 'SERVICE_RETIRED'],
])('refuses %s', async (line, code) => {
  const { exitCode, json } = await runJson(`blueprint render ${line}`);
  expect({ exitCode, code: json.error.code }).toEqual({ exitCode: 1, code });
});

it('prints what AWS has closed to those who insist', async () => {
  const line = 'blueprint render proton-environment --format terraform --include-retired';
  expect(await run(line)).toMatchObject({ exitCode: 0 });
});
