import { expect, it } from 'vitest';
import { renderCloudFormation } from './render-cloudformation.ts';
import { blueprintOf, open, trustOf } from './testing/open.fixture.ts';

const rendered = (...input: Parameters<typeof open>) =>
  JSON.parse(renderCloudFormation(open(...input))).Resources;

it('refers where order counts, and writes the ARN where it would close a circle', () => {
  const { RoleSupportUserRole, GroupEmergencyAccessGroup, UserEmergencyAccess } = rendered(
    'emergency-access',
    { values: { reading: 'role-only' } },
  );
  const [trust] = RoleSupportUserRole.Properties.AssumeRolePolicyDocument.Statement;
  expect(trust.Principal.AWS).toEqual({ 'Fn::GetAtt': ['UserEmergencyAccess', 'Arn'] });
  expect(UserEmergencyAccess.Properties.Groups).toEqual([{ Ref: 'GroupEmergencyAccessGroup' }]);
  const [assume] = GroupEmergencyAccessGroup.Properties.Policies;
  expect(assume.PolicyDocument.Statement[0].Resource[0]).toEqual({
    'Fn::Sub': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:role/SupportUserRole',
  });
});

it('keeps variables of the policy language apart from those of Fn::Sub', () => {
  const Resource = [
    'arn:{{partition}}:s3:::a/${aws:username}',
    'arn:aws:s3:::${aws:username}',
    '{{account}}',
    '{{partition}}',
  ];
  const { PolicyOwn } = rendered(
    blueprintOf({
      policies: { Own: { document: { Statement: { Effect: 'Allow', Action: 's3:*', Resource } } } },
    }),
  );
  expect(PolicyOwn.Properties.PolicyDocument.Statement.Resource).toEqual([
    { 'Fn::Sub': 'arn:${AWS::Partition}:s3:::a/${!aws:username}' },
    'arn:aws:s3:::${aws:username}',
    { Ref: 'AWS::AccountId' },
    { Ref: 'AWS::Partition' },
  ]);
});

it('gives every resource an id of its own, with tags, path and boundary', () => {
  const role = {
    trust: trustOf('{{arn:user/a-b}}'),
    tags: { team: 'web' },
    permissionsBoundary: 'PowerUserAccess',
  };
  const resources = rendered(
    blueprintOf({ users: { 'a-b': {} }, roles: { 'a-b': role, a_B: { ...role, path: '/x/' } } }),
    { path: '/ops/' },
  );
  expect(Object.keys(resources)).toEqual(['UserAB', 'RoleAB', 'RoleAB2']);
  expect(resources.RoleAB.Properties).toMatchObject({
    RoleName: 'a-b',
    Path: '/ops/',
    Tags: [{ Key: 'team', Value: 'web' }],
    PermissionsBoundary: { 'Fn::Sub': 'arn:${AWS::Partition}:iam::aws:policy/PowerUserAccess' },
  });
  expect(resources.RoleAB2.Properties).toMatchObject({ RoleName: 'a_B', Path: '/x/' });
});
