import { expect, test } from 'vitest';
import { known, unknown } from '../../model/part.ts';
import { outcomesOf } from '../testing/outcomes.fixture.ts';
import { ec2InstanceRole } from './ec2-instance-role.ts';

const instance = (id: string, state: string, instanceProfileArn?: string) => ({
  id,
  arn: `arn:aws:ec2:eu-west-1:111122223333:instance/${id}`,
  state,
  ...(instanceProfileArn !== undefined && { instanceProfileArn }),
});

test('every instance that is not gone needs a role', () => {
  const instances = {
    'eu-west-1': known([
      instance('i-with', 'running', 'arn:p'),
      instance('i-without', 'stopped'),
      instance('i-gone', 'terminated'),
    ]),
    'us-east-1': unknown({ code: 'ACCESS_DENIED', message: 'no' }),
  };
  expect(outcomesOf(ec2InstanceRole, { instances })).toEqual({
    'i-with': 'pass',
    'i-without': 'fail',
    'root#us-east-1': 'unknown',
  });
});
