import { defineCheck } from '../check.ts';
import { wholeGrant } from '../whole-grant.ts';
import { writtenDocuments } from '../written-documents.ts';
import { judgeWholeGrants } from './whole-grant-verdicts.ts';

export const policyAssumeRoleStar = defineCheck({
  id: 'policy-assume-role-star',
  title: 'No policy allows every role of every account to be assumed',
  severity: 'medium',
  subject: 'policy',
  rationale:
    'Whoever holds it becomes whatever any role is that trusts the account: in this account, and ' +
    'in every other that has ever been told to.',
  remedy:
    'List the roles in Resource. For roles of the same name in many accounts, write ' +
    'arn:aws:iam::*:role/NAME and the condition aws:ResourceOrgID.',
  documentation:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_permissions-to-switch.html',
  needs: ['users', 'groups', 'roles', 'policies'],
  run: (parts, { partition, accountArn }) =>
    judgeWholeGrants(
      writtenDocuments(parts),
      (document) => {
        const resources = [`arn:${partition}:iam::*:role/*`];
        const grant = wholeGrant(document, { action: 'sts:AssumeRole', resources });
        return grant === 'conditional' ? 'none' : grant;
      },
      { gives: 'allows every role of every account to be assumed', accountArn },
    ),
});
