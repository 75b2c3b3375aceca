import { defineCheck } from '../check.ts';
import { wholeGrant } from '../whole-grant.ts';
import { writtenDocuments } from '../written-documents.ts';
import { judgeWholeGrants } from './whole-grant-verdicts.ts';

export const policyKmsStar = defineCheck({
  id: 'policy-kms-star',
  title: 'No policy gives every action on every KMS key',
  severity: 'medium',
  subject: 'policy',
  rationale:
    'Who may do everything with every key reads all that is encrypted, and can have the keys ' +
    'deleted, and the data with them.',
  remedy:
    'Name the actions that are needed and the keys (by ARN or kms:ResourceAliases); keep ' +
    'kms:ScheduleKeyDeletion and kms:PutKeyPolicy for the administrators of keys.',
  documentation:
    'https://docs.aws.amazon.com/kms/latest/developerguide/iam-policies-best-practices.html',
  needs: ['users', 'groups', 'roles', 'policies'],
  run: (parts, { partition, account, accountArn }) =>
    judgeWholeGrants(
      writtenDocuments(parts),
      (document) =>
        wholeGrant(document, {
          action: 'kms:*',
          resources: [`arn:${partition}:kms:*:${account}:key/*`],
        }),
      { gives: 'gives every action of AWS KMS on every key', accountArn },
    ),
});
