import { describe, expect, test } from 'vitest';
import { checkAccessNotGranted } from './check-access-not-granted.ts';
import { checkNoPublicAccess } from './check-no-public-access.ts';
import { diffAccess } from './diff-access.ts';
import { findIdleStatements } from './idle-statements.ts';
import { allow, deny, policy, when } from './policy.fixture.ts';

describe('checkAccessNotGranted', () => {
  const admin = policy({ Effect: 'Allow', NotAction: 'iam:ListRoles', Resource: '*' });
  test.each([
    ['another action', policy(allow('s3:GetObject')), { actions: ['iam:CreateUser'] }, 'none'],
    ['the action', policy(allow(['s3:Get*', 'iam:*'])), { actions: ['iam:CreateUser'] }, 'grants'],
    ['NotAction', admin, { actions: ['iam:CreateAccessKey'] }, 'grants'],
    ['what NotAction leaves out', admin, { actions: ['iam:ListRoles'] }, 'none'],
    [
      'another resource',
      policy(allow('s3:*', 'arn:aws:s3:::a/*')),
      { actions: ['s3:*'], resources: ['arn:aws:s3:::b/*'] },
      'none',
    ],
    [
      'the resource',
      policy(allow('s3:*', 'arn:aws:s3:::*')),
      { resources: ['arn:aws:s3:::b/*'] },
      'grants',
    ],
    ['denied', policy(allow('*'), deny('iam:*')), { actions: ['iam:CreateUser'] }, 'none'],
    [
      'under a condition',
      policy(allow('*', '*', when('Bool', 'aws:SecureTransport', true))),
      { actions: ['iam:CreateUser'] },
      'grants',
    ],
  ])('%s', (_name, source, access, verdict) => {
    expect(checkAccessNotGranted(source, access).verdict).toBe(verdict);
  });
});

describe('checkNoPublicAccess', () => {
  const open = (more: object = {}) => ({ ...allow('s3:GetObject'), Principal: '*', ...more });
  test.each([
    ['everyone', [open()], 'grants'],
    ['an account', [open({ Principal: { AWS: '111122223333' } })], 'none'],
    ['a service', [open({ Principal: { Service: 'ec2.amazonaws.com' } })], 'none'],
    ['all but one', [{ ...allow('s3:*'), NotPrincipal: { AWS: '111122223333' } }], 'grants'],
    [
      'anyone with a Facebook account',
      [open({ Principal: { Federated: 'graph.facebook.com' } })],
      'grants',
    ],
    ['an organisation', [open(when('StringEquals', 'aws:PrincipalOrgID', 'o-1'))], 'none'],
    [
      'an organisation, or nobody knows',
      [open(when('StringEqualsIfExists', 'aws:PrincipalOrgID', 'o-1'))],
      'grants',
    ],
    ['a pattern of VPCs', [open(when('StringLike', 'aws:SourceVpc', 'vpc-*'))], 'grants'],
    ['a VPC', [open(when('StringEquals', 'aws:SourceVpc', 'vpc-11111111'))], 'none'],
    ['an office', [open(when('IpAddress', 'aws:SourceIp', '203.0.113.0/24'))], 'none'],
    ['a quarter of the world', [open(when('IpAddress', 'aws:SourceIp', '64.0.0.0/2'))], 'grants'],
    ['a tag', [open(when('StringEquals', 's3:ExistingObjectTag/x', 'y'))], 'grants'],
    [
      'a Deny of all others',
      [
        open(),
        { ...deny('*', '*', when('StringNotEquals', 'aws:PrincipalOrgID', 'o-1')), Principal: '*' },
      ],
      'none',
    ],
    [
      'a Deny of some',
      [
        open(),
        { ...deny('*', '*', when('StringEquals', 'aws:PrincipalOrgID', 'o-1')), Principal: '*' },
      ],
      'grants',
    ],
  ])('%s', (_name, statements, verdict) => {
    expect(checkNoPublicAccess(policy(...statements)).verdict).toBe(verdict);
  });
});

test('findIdleStatements names what can be left out', () => {
  const idle = findIdleStatements(
    policy(
      allow('s3:*'),
      { ...allow('s3:Get*'), Sid: 'Within' },
      { ...allow('ec2:RunInstances'), Sid: 'Denied' },
      deny('ec2:*'),
      { ...deny('ec2:Run*'), Sid: 'Twice' },
      allow('sqs:*'),
    ),
  );
  expect(idle.map(({ kind, sid }) => [kind, sid])).toEqual([
    ['redundant', 'Within'],
    ['shadowed', 'Denied'],
    ['redundant', 'Twice'],
  ]);
});

test('findIdleStatements names none where principals have wildcards', () => {
  const role = (name: string) => ({ Principal: { AWS: `arn:aws:iam::111122223333:role/${name}` } });
  const statements = [deny('s3:*', '*', role('x')), deny('s3:*', '*', role('*'))];
  expect(findIdleStatements(policy(...statements))).toEqual([]);
  expect(
    findIdleStatements(policy(allow('s3:*', '*', role('x')), allow('s3:*', '*', role('*')))),
  ).toEqual([]);
});

describe('diffAccess', () => {
  test('tells what is newly and no longer allowed', () => {
    const diff = diffAccess(
      policy(allow(['s3:GetObject', 's3:PutObject'], 'arn:aws:s3:::a/*')),
      policy(allow(['s3:GetObject', 's3:DeleteObject'], ['arn:aws:s3:::a/*', 'arn:aws:s3:::b/*'])),
    );
    expect(
      diff.newly.lines.map(({ actions, resources }) => [actions.patterns, resources?.patterns]),
    ).toEqual([
      [['s3:GetObject', 's3:DeleteObject'], ['arn:aws:s3:::b/*']],
      [['s3:DeleteObject'], ['arn:aws:s3:::a/*']],
    ]);
    expect(diff.noLonger.lines).toMatchObject([
      {
        actions: { patterns: ['s3:PutObject'] },
        resources: { patterns: ['arn:aws:s3:::a/*'] },
        witness: { request: { action: 's3:PutObject' } },
      },
    ]);
  });

  test('keeps actions as they were written, and their conditions', () => {
    const condition = when('StringEquals', 'aws:PrincipalOrgID', 'o-1');
    const { newly } = diffAccess(policy(), policy(allow('S3:getObject', '*', condition)));
    expect(newly.lines).toMatchObject([
      { actions: { patterns: ['S3:getObject'] }, conditions: [{ key: 'aws:PrincipalOrgID' }] },
    ]);
  });

  test('is empty for what means the same', () => {
    const diff = diffAccess(policy(allow('s3:*')), policy(allow(['s3:*', 's3:Get*'])));
    expect(diff).toMatchObject({
      newly: { lines: [], incomplete: undefined },
      noLonger: { lines: [], incomplete: undefined },
    });
  });

  test('says when a document cannot be read', () => {
    expect(diffAccess('{', policy()).newly.incomplete).toMatchObject({ kind: 'unreadable' });
  });
});
