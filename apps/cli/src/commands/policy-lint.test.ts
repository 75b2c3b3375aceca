import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { policyText, readStatement } from '../testing/policies.fixture.ts';
import { errorOf, folderOf, manifestOf, run, runJson } from '../testing/run.fixture.ts';

const broken = policyText({ ...readStatement, Effect: 'allow' });
const suggestion = policyText({ ...readStatement, Action: ['s3:GetObject', 's3:GetObject'] });
const trust = policyText({
  Effect: 'Allow',
  Principal: { Service: 'ecs-tasks.amazonaws.com' },
  Action: 'sts:AssumeRole',
});
const bucket = policyText({ ...readStatement, Principal: '*' });

it('has nothing to say of a good policy', async () => {
  const cwd = await folderOf({ 'app.json': policyText(readStatement) });
  const { exitCode, json } = await runJson('policy lint app.json', { cwd });
  expect(exitCode).toBe(0);
  expect(json.dataDate).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(json.policies).toMatchObject([{ file: 'app.json', findings: [], ownFindings: [] }]);
});

it('shows the place of a finding', async () => {
  const cwd = await folderOf({ 'app.json': broken });
  const { exitCode, stdout } = await run('policy lint app.json', { cwd });
  expect(exitCode).toBe(2);
  expect(stdout).toContain('app.json:6:17  error  INVALID_EFFECT');
  const lines = stdout.split('\n');
  const source = lines.findIndex((line) => line.includes('6 | '));
  expect(lines[source + 1]?.indexOf('^')).toBe(lines[source]?.indexOf('"allow"'));
});

it.each([
  ['app.json', policyText(readStatement), 'identity'],
  ['trust.json', trust, 'trust'],
  ['bucket.json', bucket, 'resource'],
  ['team-scp.json', policyText(readStatement), 'scp'],
  ['rcp.json', bucket, 'rcp'],
  ['transcript.json', policyText(readStatement), 'identity'],
])('takes %s for what it is', async (file, text, type) => {
  const cwd = await folderOf({ [file]: text });
  const { json } = await runJson(`policy lint ${file}`, { cwd });
  expect(json.policies).toMatchObject([{ type, guessed: true }]);
});

it.each([
  ['--type trust', 'trust', 'AWS::IAM::AssumeRolePolicyDocument'],
  ['--resource-type AWS::S3::Bucket', 'resource', 'AWS::S3::Bucket'],
])('believes %s', async (option, type, resourceType) => {
  const cwd = await folderOf({ 'app.json': policyText(readStatement) });
  const { json } = await runJson(`policy lint app.json ${option}`, { cwd });
  expect(json.policies).toMatchObject([{ type, resourceType, guessed: false }]);
});

it.each([
  ['error', 0],
  ['suggestion', 2],
])('fails on %s', async (level, code) => {
  const cwd = await folderOf({ 'app.json': suggestion });
  expect(await run(`policy lint app.json --fail-on ${level}`, { cwd })).toMatchObject({
    exitCode: code,
  });
});

it('reads text that is no JSON as a finding', async () => {
  const cwd = await folderOf({ 'app.json': '{ "Version": ' });
  const { exitCode, json } = await runJson('policy lint app.json', { cwd });
  expect(exitCode).toBe(2);
  expect(json.policies[0].findings).toMatchObject([{ issueCode: 'JSON_SYNTAX_ERROR' }]);
});

it('finds the policies of a manifest where they stand', async () => {
  const cwd = await folderOf({
    'rolecall.yaml': manifestOf(
      '    inlinePolicies:\n      x:\n        Statement:\n          Effect: allow\n          Action: s3:GetObject\n          Resource: arn:aws:s3:::b/*\n',
    ),
  });
  const { json } = await runJson('policy lint rolecall.yaml', { cwd });
  const policies: readonly {
    address: string;
    type: string;
    findings: readonly { issueCode: string; locations: readonly { span: { start: object } }[] }[];
  }[] = json.policies;
  expect(policies.map(({ address, type }) => [address, type])).toEqual([
    ['roles.builder.trust', 'trust'],
    ['roles.builder.inlinePolicies.x', 'identity'],
  ]);
  const found = policies[1]?.findings.map(({ issueCode, locations }) => [
    issueCode,
    locations[0]?.span.start,
  ]);
  expect(found).toEqual([['INVALID_EFFECT', expect.objectContaining({ line: 15, column: 18 })]]);
});

it('prints a SARIF log', async () => {
  const cwd = await folderOf({ 'my app.json': broken, 'good.json': policyText(readStatement) });
  const { exitCode } = await run('policy lint . --sarif --output lint.sarif', { cwd });
  expect(exitCode).toBe(2);
  const log = JSON.parse(await readFile(join(cwd, 'lint.sarif'), 'utf8'));
  expect(log).toMatchObject({ version: '2.1.0', runs: [{ columnKind: 'utf16CodeUnits' }] });
  const [{ tool, results }] = log.runs;
  expect(tool.driver.rules).toMatchObject([
    { id: 'INVALID_EFFECT', defaultConfiguration: { level: 'error' } },
  ]);
  expect(results).toEqual([
    {
      ruleId: 'INVALID_EFFECT',
      ruleIndex: 0,
      level: 'error',
      message: { text: expect.any(String) },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'my%20app.json' },
            region: expect.objectContaining({ startLine: 6, startColumn: 17, endLine: 6 }),
          },
          logicalLocations: [{ fullyQualifiedName: 'Statement.0.Effect' }],
        },
      ],
      properties: { findingType: 'ERROR' },
    },
  ]);
});

it.each([
  ['policy lint nope.json', 'FILE_UNREADABLE'],
  ['policy lint', 'USAGE'],
  ['policy lint app.json --type role', 'USAGE'],
  ['policy lint app.json --sarif', 'USAGE'],
  ['policy lint bad.yaml', 'FILE_UNREADABLE'],
])('%s: %s', async (line, code) => {
  const cwd = await folderOf({ 'app.json': broken, 'bad.yaml': 'a: [' });
  expect(await errorOf(line, { cwd })).toMatchObject({ exitCode: 1, code });
});

it('stays within 80 columns', async () => {
  const cwd = await folderOf({ 'app.json': JSON.stringify(JSON.parse(broken)) });
  const { stdout } = await run('policy lint app.json', { cwd });
  expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
});

const template = `Resources:
  App:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - {Effect: Allow, Principal: {Service: ec2.amazonaws.com}, Action: "sts:AssumeRole"}
      Policies:
        - PolicyName: read
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: s3:GetObjekt
                Resource: !Sub "arn:aws:s3:::\${Data}/*"
`;

it('reads templates of CloudFormation, and knows there what a policy is for', async () => {
  const cwd = await folderOf({ 'app.yaml': template });
  const { exitCode, json } = await runJson('policy lint app.yaml', { cwd });
  expect(exitCode).toBe(2);
  expect(json.policies).toMatchObject([
    { address: 'App.AssumeRolePolicyDocument', type: 'trust', guessed: false, findings: [] },
    {
      address: 'App.Policies.0.PolicyDocument',
      type: 'identity',
      findings: [{ issueCode: 'INVALID_ACTION', locations: [{ span: { start: { line: 15 } } }] }],
    },
  ]);
});

it('reads plans of Terraform', async () => {
  const policy = policyText({ ...readStatement, Action: 's3:GetObjekt' });
  const plan = JSON.stringify({
    format_version: '1.2',
    resource_changes: [
      {
        address: 'aws_iam_policy.app',
        mode: 'managed',
        type: 'aws_iam_policy',
        change: { actions: ['create'], before: null, after: { policy }, after_unknown: {} },
      },
    ],
  });
  const cwd = await folderOf({ 'plan.json': plan });
  const { json } = await runJson('policy lint plan.json', { cwd });
  expect(json.policies).toMatchObject([
    { address: 'aws_iam_policy.app.policy', findings: [{ issueCode: 'INVALID_ACTION' }] },
  ]);
});
