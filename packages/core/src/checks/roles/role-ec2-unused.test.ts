import { expect, test } from 'vitest';
import { known, unknown } from '../../model/part.ts';
import { outcomesOf } from '../testing/outcomes.fixture.ts';
import { aRole } from '../testing/snapshot.fixture.ts';
import { roleEc2Unused } from './role-ec2-unused.ts';

const profile = (name: string) => `arn:aws:iam::111122223333:instance-profile/${name}`;
const roles = ['used', 'idle'].map((name) => aRole({ name, instanceProfiles: [profile(name)] }));
const others = [aRole({ name: 'no-profile' })];
const instance = { id: 'i-1', arn: 'arn:aws:ec2:::instance/i-1', state: 'stopped' };
const here = known([{ ...instance, instanceProfileArn: profile('used') }]);
const denied = unknown({
  code: 'ACCESS_DENIED',
  message: 'no',
  permission: 'ec2:DescribeInstances',
});

test('a role is used where any instance has it, stopped ones too', () => {
  const instances = { 'eu-west-1': here, 'us-east-1': known([]) };
  expect(outcomesOf(roleEc2Unused, { roles: [...roles, ...others], instances })).toEqual({
    used: 'pass',
    idle: 'fail',
  });
});

test('terminated instances do not count', () => {
  const gone = known([{ ...instance, state: 'terminated', instanceProfileArn: profile('used') }]);
  expect(outcomesOf(roleEc2Unused, { roles, instances: { 'eu-west-1': gone } })).toEqual({
    used: 'fail',
    idle: 'fail',
  });
});

test('nothing is unused while a Region was not read', () => {
  const instances = { 'eu-west-1': here, 'us-east-1': denied };
  expect(outcomesOf(roleEc2Unused, { roles, instances })).toEqual({
    used: 'pass',
    idle: 'unknown',
    'root#us-east-1': 'unknown',
  });
});
