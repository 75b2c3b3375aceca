import { expect, test } from 'vitest';
import { findingsOf, outcomesOf } from '../testing/outcomes.fixture.ts';
import {
  administratorAccess,
  aGroup,
  aPolicy,
  aRole,
  arnOf,
  attach,
  aUser,
} from '../testing/snapshot.fixture.ts';
import { jobFunctionPolicies } from './job-function-policies.ts';

const support = {
  name: 'SupportUser',
  arn: 'arn:aws:iam::aws:policy/job-function/SupportUser',
};

test('lists holders of AWS policies, not of policies that bear their names', () => {
  const own = aPolicy({ name: 'PowerUserAccess' });
  const parts = {
    users: [aUser({ name: 'alice', attachedPolicies: attach(own) })],
    groups: [aGroup({ name: 'admins', attachedPolicies: attach(administratorAccess) })],
    roles: [
      aRole({ name: 'b', attachedPolicies: [support] }),
      aRole({ name: 'a', attachedPolicies: [support, ...attach(administratorAccess)] }),
    ],
  };
  expect(findingsOf(jobFunctionPolicies, parts)).toMatchObject([
    {
      outcome: 'pass',
      subject: administratorAccess.arn,
      evidence: { holders: [arnOf('group', 'admins'), arnOf('role', 'a')] },
    },
    { subject: support.arn, evidence: { holders: [arnOf('role', 'a'), arnOf('role', 'b')] } },
  ]);
});

test('says so where nobody holds one', () => {
  const parts = { users: [], groups: [], roles: [aRole({ name: 'a' })] };
  expect(outcomesOf(jobFunctionPolicies, parts)).toEqual({ root: 'pass' });
});
