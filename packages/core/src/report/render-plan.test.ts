import type { Json } from '@rolecall/policy';
import { expect, it } from 'vitest';
import type { IamCall } from '../plan/calls.ts';
import { toOperations } from '../plan/operation.ts';
import type { Change, Plan } from '../plan/plan.ts';
import { plainLayout } from './paint.ts';
import { renderPlan } from './render-plan.ts';

const position = { file: 'rolecall.yaml', line: 12, column: 3 };
const ec2 = {
  Effect: 'Allow',
  Principal: { Service: 'ec2.amazonaws.com' },
  Action: 'sts:AssumeRole',
};
const lambda = { ...ec2, Principal: { Service: 'lambda.amazonaws.com' } };
const call: IamCall = { action: 'iam:DeleteUser', input: { UserName: 'x' } };

function change(
  kind: Change['kind'],
  name: string,
  facets: readonly [string, Json, Json][],
): Change {
  const resource = `role/${name.toLowerCase()}`;
  return {
    kind,
    resource,
    type: 'role',
    name,
    arn: `arn:aws:iam::111122223333:role/${name}`,
    address: resource,
    position: kind === 'delete' ? undefined : position,
    declared: null,
    dependsOn: [],
    warnings: [],
    operations: toOperations(
      resource,
      facets.map(([facet, before, after]) => ({ call, facet, before, after })),
    ),
  };
}

function show(plan: Partial<Plan>): string {
  const whole: Plan = {
    schemaVersion: 1,
    planId: 'f'.repeat(64),
    scope: 'platform',
    account: '111122223333',
    partition: 'aws',
    guardrails: null,
    changes: [],
    shownDigest: 'f'.repeat(64),
    conflicts: [],
    notes: [],
    ...plan,
  };
  const lines = renderPlan(whole, plainLayout);
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
  return `\n${lines.slice(2, -1).join('\n')}\n`;
}

it('shows a new role with all that is not usual', () => {
  const tags = { 'rolecall:owner': 'platform', team: 'web' };
  const made = {
    path: '/rolecall/platform/',
    trust: { Version: '2012-10-17', Statement: [ec2] },
    description: 'Runs\u001b[8m the web',
    maxSessionDuration: 7200,
    permissionsBoundary: 'arn:aws:iam::111122223333:policy/rolecall/platform/Boundary',
    tags,
  };
  const inline = {
    Statement: {
      Sid: 'Read',
      Effect: 'Allow',
      Action: ['s3:GetObject', 's3:ListBucket'],
      Resource: '*',
    },
  };
  expect(
    show({
      changes: [
        change('create', 'Web', [
          ['', null, made],
          ['managedPolicies/arn:aws:iam::aws:policy/service-role/AWSLambdaRole', null, 'x'],
          ['inlinePolicies/read', null, inline],
        ]),
      ],
    }),
  ).toBe(`
+ role/Web  (create)  rolecall.yaml:12
    may be assumed by the service ec2.amazonaws.com
    description "Runs\\u001b[8m the web"
    sessions up to 2 hours
    permissions boundary Boundary
    tags team=web
    policy service-role/AWSLambdaRole (AWS)
    inline policy read
      Read: Allow s3:GetObject, s3:ListBucket on *

Plan: 1 to create, 0 to update, 0 to replace, 0 to delete
`);
});

it('shows what changes statement by statement', () => {
  const document = (...Statement: Json[]) => ({ Version: '2012-10-17', Statement });
  const read = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };
  const write = { Effect: 'Allow', Action: 's3:PutObject', Resource: '*' };
  const all = { Effect: 'Allow', Action: 's3:*', Resource: '*' };
  expect(
    show({
      changes: [
        change('update', 'web', [
          ['trust', document(ec2), document(lambda)],
          [
            'settings',
            { description: '', maxSessionDuration: 3600 },
            { description: 'Web', maxSessionDuration: 5400 },
          ],
          ['inlinePolicies/data', document(read, write), document(write, all)],
          ['managedPolicies/arn:aws:iam::aws:policy/AdministratorAccess', 'x', null],
          ['tags', { team: 'a', old: null }, { team: 'b', old: 'c' }],
          ['tags', { gone: 'x' }, null],
        ]),
      ],
    }),
  ).toBe(`
~ role/web  (update)  rolecall.yaml:12
    - may be assumed by the service ec2.amazonaws.com
    + may be assumed by the service lambda.amazonaws.com
    · description none → "Web", sessions up to 1 hour → 90 minutes
    · inline policy data
      - Allow s3:GetObject on *
      + Allow s3:* on *
      · 1 statement unchanged
    - policy AdministratorAccess (AWS)
    + tags old=c
    · tag team: a → b
    - tag gone=x

Plan: 0 to create, 1 to update, 0 to replace, 0 to delete
`);
});

it('shows what is replaced, deleted, in the way or left alone', () => {
  const replaced = {
    ...change('replace', 'web', [
      ['', { arn: 'x', id: 'AROA' }, null],
      ['', null, { path: '/other/', trust: { Statement: ec2 }, maxSessionDuration: 3600 }],
    ]),
    warnings: ['Its sessions end.'],
  };
  expect(
    show({
      changes: [replaced, change('delete', 'old', [['', { arn: 'x' }, null]])],
      conflicts: [
        {
          ...change('update', 'deployer', []),
          message:
            'arn:aws:iam::111122223333:role/deployer exists and is not ours; it is left alone.',
          hint: 'Declare it under another name, or remove the one that is there.',
        },
      ],
      notes: ['Something is left alone.'],
    }),
  ).toBe(`
± role/web  (replace)  rolecall.yaml:12
    ! Its sessions end.
    + path /other/
    + may be assumed by the service ec2.amazonaws.com

- role/old  (delete)

✗ role/deployer  (conflict)  rolecall.yaml:12
    arn:aws:iam::111122223333:role/deployer exists and is not ours; it is left
    alone.
    → Declare it under another name, or remove the one that is there.

Notes
  · Something is left alone.

Plan: 0 to create, 0 to update, 1 to replace, 1 to delete, 1 conflict
`);
});

it('never hides a document that it cannot read', () => {
  const changes = [
    change('update', 'web', [['trust', { Statement: [ec2] }, { Statements: 'odd' }]]),
  ];
  expect(show({ changes })).toContain('{"Statements":"odd"}');
  const version = [
    change('update', 'web', [
      ['trust', { Statement: ec2 }, { Version: '2012-10-17', Statement: ec2 }],
    ]),
  ];
  expect(show({ changes: version })).toContain('· Version 2008-10-17 → 2012-10-17');
});

it('says when there is nothing to do', () => {
  expect(show({})).toBe('\nNothing to do: the account is as the manifest says.\n');
});

it('puts the place below a name that leaves no room', () => {
  const changes = [change('create', 'x'.repeat(60), [])];
  expect(show({ changes })).toContain(`+ role/${'x'.repeat(60)}  (create)\n    rolecall.yaml:12`);
});

it('names those from whom a policy is taken and to whom it is given back', () => {
  const PolicyArn = 'arn:aws:iam::111122223333:policy/p';
  const facet = `managedPolicies/${PolicyArn}`;
  const resource = 'policy/p';
  const operations = toOperations(resource, [
    {
      call: { action: 'iam:DetachRolePolicy', input: { RoleName: 'app', PolicyArn } },
      facet,
      before: PolicyArn,
      after: null,
    },
    {
      call: { action: 'iam:AttachGroupPolicy', input: { GroupName: 'ops', PolicyArn } },
      facet,
      before: null,
      after: PolicyArn,
    },
  ]);
  const made: Change = { ...change('replace', 'p', []), resource, type: 'policy', operations };
  const text = show({ changes: [made] });
  expect(text).toContain('- taken from role/app');
  expect(text).toContain('+ given to group/ops');
});

it('shows what is taken over whole: what comes of it, and what stays', () => {
  const own = { 'rolecall:owner': 'platform', 'rolecall:resource': 'role/web' };
  const admin = 'arn:aws:iam::aws:policy/AdministratorAccess';
  const trust = { Version: '2012-10-17', Statement: [ec2] };
  const before = {
    path: '/teams/',
    settings: { description: '', maxSessionDuration: 3600 },
    trust,
    [`managedPolicies/${admin}`]: admin,
    tags: { team: 'web', stage: 'old' },
  };
  const { [`managedPolicies/${admin}`]: _, ...kept } = before;
  const adopted = { before, after: { ...kept, tags: { team: 'web', ...own } } };
  const adoption = change('adopt', 'web', [
    ['ownership', { 'rolecall:owner': null, 'rolecall:resource': null }, own],
    [`managedPolicies/${admin}`, admin, null],
    ['tags', { stage: 'old' }, null],
  ]);
  expect(show({ changes: [{ ...adoption, adopted }] })).toMatchInlineSnapshot(`
    "
    ⇐ role/web  (adopt)  rolecall.yaml:12
        + tagged as ours
        - policy AdministratorAccess (AWS)
        - tag stage=old
        stays as it is:
          · path /teams/
          · description none, sessions up to 1 hour
          · may be assumed by the service ec2.amazonaws.com
          · tags team=web

    Plan: 0 to create, 1 to adopt, 0 to update, 0 to replace, 0 to delete
    "
  `);
});
