import { defineCheck } from '../check.ts';
import { hasWildcards } from '../condition-tests.ts';
import { spareKeyValues } from '../spare-key-values.ts';
import { wholeGrant } from '../whole-grant.ts';
import { writtenDocuments } from '../written-documents.ts';
import { judgeWholeGrants } from './whole-grant-verdicts.ts';

export const policyPassroleStar = defineCheck({
  id: 'policy-passrole-star',
  title: 'No policy allows every role to be passed to every service',
  severity: 'high',
  subject: 'policy',
  rationale:
    'Who passes an administrator role to a service that runs code (EC2, Lambda, CloudFormation) ' +
    'is administrator.',
  remedy:
    'List the roles in Resource, e.g. arn:aws:iam::ACCOUNT:role/app/*, and add the condition ' +
    'StringEquals iam:PassedToService with the services that get them.',
  documentation: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
  needs: ['users', 'groups', 'roles', 'policies'],
  run: (parts, { partition, account, accountArn }) =>
    judgeWholeGrants(
      writtenDocuments(parts),
      (document) =>
        wholeGrant(document, {
          action: 'iam:PassRole',
          resources: [`arn:${partition}:iam::${account}:role/*`],
          // IAM always says to which service a role goes, so IfExists ties it too.
          harmless: spareKeyValues(document, {
            key: 'iam:PassedToService',
            names: (value, test) =>
              !hasWildcards(test, value) || /[a-z]/.test(value.replace('.amazonaws.com', '')),
            always: true,
          }),
        }),
      { gives: 'allows every role to be passed to every service', accountArn },
    ),
});
