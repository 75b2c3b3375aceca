import { describe, expect, it } from 'vitest';
import { managedPolicyFault, principalArnFault, roleArnFault } from './iam-arn-fault.ts';

const place = { account: '210987654321', partition: 'aws' };
const own = 'arn:aws:iam::210987654321';
const foreign = 'arn:aws:iam::333344445555';

describe.each([
  {
    kind: 'role-arn',
    fault: roleArnFault,
    takes: [`${own}:role/a`, `${own}:role/rolecall/platform/a`, `${own}:role/${'a'.repeat(64)}`],
    refuses: [
      `${own}:root`,
      `${own}:user/a`,
      `${own}:policy/a`,
      `${own}:role/`,
      `${own}:role/a/`,
      `${own}:role/${'a'.repeat(65)}`,
      `${own}:role:a`,
      'arn:aws:sts::210987654321:assumed-role/a/session',
      'arn:aws:iam:eu-central-1:210987654321:role/a',
      'arn:aws:iam::aws:role/a',
      'arn:aws-cn:iam::210987654321:role/a',
      `${foreign}:role/a`,
      'a',
    ],
  },
  {
    kind: 'principal-arn',
    fault: principalArnFault,
    takes: [`${own}:role/a`, `${own}:user/x/y/a`, `${own}:root`],
    refuses: [
      `${own}:group/a`,
      `${own}:root/a`,
      `${own}:user`,
      'arn:aws:sts::210987654321:assumed-role/a/session',
      'arn:aws:s3:::bucket',
      `${foreign}:user/a`,
      `${foreign}:root`,
      '210987654321',
    ],
  },
  {
    kind: 'managed-policy',
    fault: managedPolicyFault,
    takes: [
      'ReadOnlyAccess',
      'job-function/SupportUser',
      'policy/Declared',
      'arn:aws:iam::aws:policy/job-function/SupportUser',
      `${own}:policy/rolecall/platform/a`,
    ],
    refuses: [
      '/ReadOnlyAccess',
      'a b',
      'job-function/',
      'a:b',
      `${own}:role/a`,
      `${own}:policy/`,
      'arn:aws-cn:iam::aws:policy/ReadOnlyAccess',
      `${foreign}:policy/a`,
    ],
  },
])('$kind', ({ fault, takes, refuses }) => {
  it.each(takes)('takes %s', (text) => {
    expect(fault(text, place)).toBeUndefined();
  });

  it.each(refuses)('refuses %s with a hint', (text) => {
    expect(fault(text, place)?.hint).toBeDefined();
  });
});
