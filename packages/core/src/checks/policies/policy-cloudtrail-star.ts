import { defineCheck } from '../check.ts';
import { wholeGrant } from '../whole-grant.ts';
import { writtenDocuments } from '../written-documents.ts';
import { judgeWholeGrants } from './whole-grant-verdicts.ts';

export const policyCloudtrailStar = defineCheck({
  id: 'policy-cloudtrail-star',
  title: 'No policy gives every action on every trail',
  severity: 'medium',
  subject: 'policy',
  rationale: 'Who may stop or delete every trail can act without leaving a record.',
  remedy:
    'Give the reading actions (cloudtrail:Describe*, Get*, List*, LookupEvents) and keep ' +
    'StopLogging, DeleteTrail, UpdateTrail and PutEventSelectors for the few who run the trails.',
  documentation:
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html',
  needs: ['users', 'groups', 'roles', 'policies'],
  run: (parts, { partition, account, accountArn }) =>
    judgeWholeGrants(
      writtenDocuments(parts),
      (document) =>
        wholeGrant(document, {
          action: 'cloudtrail:*',
          resources: [`arn:${partition}:cloudtrail:*:${account}:trail/*`],
        }),
      { gives: 'gives every action of AWS CloudTrail on every trail', accountArn },
    ),
});
