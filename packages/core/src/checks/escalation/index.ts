import type { CheckGroup } from '../check-group.ts';
import { policyPrivesc } from './policy-privesc.ts';
import { policyPrivescIdentityCenter } from './policy-privesc-identity-center.ts';

export const escalationChecks: CheckGroup = {
  title: 'Ways to become administrator',
  checks: [policyPrivesc, policyPrivescIdentityCenter],
};
