import { iamArn } from '@rolecall/policy';
import { ownerTag } from '../model/ownership.ts';
import type { ReasonedStatement } from './bootstrap.ts';
import { marked, owned } from './conditions.ts';
import { chunksOf } from './grantee-statements.ts';
import type { ApplyNeeds } from './needs.ts';

const service = 'access-analyzer.amazonaws.com';

export function analyzerStatements(needs: ApplyNeeds): readonly ReasonedStatement[] {
  const { partition, account, scope, analyzers } = needs;
  const linkedRole = { partition, account, type: 'role', path: '/aws-service-role/' };
  return [
    ...chunksOf(analyzers).flatMap(({ items, number }): readonly ReasonedStatement[] => [
      {
        statement: {
          Sid: `CreateAnalyzers${number}`,
          Effect: 'Allow',
          Action: ['access-analyzer:CreateAnalyzer', 'access-analyzer:TagResource'],
          Resource: items,
          Condition: marked(scope),
        },
        why: 'Opted in (analyzers): those that the manifest names, with the mark of the scope.',
      },
      {
        statement: {
          Sid: `TendArchiveRules${number}`,
          Effect: 'Allow',
          Action: [
            'access-analyzer:CreateArchiveRule',
            'access-analyzer:DeleteArchiveRule',
            'access-analyzer:UpdateArchiveRule',
          ],
          Resource: items.map((arn) => `${arn}/archive-rule/*`),
        },
        why: 'Opted in (analyzers): archive rules carry no tags, so the names of the analyzers are the limit.',
      },
    ]),
    {
      statement: {
        Sid: 'ChangeOwnedAnalyzers',
        Effect: 'Allow',
        Action: [
          'access-analyzer:DeleteAnalyzer',
          'access-analyzer:TagResource',
          'access-analyzer:UntagResource',
        ],
        Resource: `arn:${partition}:access-analyzer:*:${account}:analyzer/*`,
        Condition: owned(scope),
      },
      why: 'Opted in (analyzers): tags and the end of owned ones. What is declared no longer goes, and no manifest names it.',
    },
    {
      statement: {
        Sid: 'CreateAnalyzerLinkedRole',
        Effect: 'Allow',
        Action: 'iam:CreateServiceLinkedRole',
        Resource: iamArn({ ...linkedRole, name: `${service}/*` }),
        Condition: { StringEquals: { 'iam:AWSServiceName': service } },
      },
      why: 'Opted in (analyzers): AWS makes this role with the first analyzer, with the rights of whoever makes that.',
    },
    {
      statement: {
        Sid: 'NoOtherOwnerOfAnalyzers',
        Effect: 'Deny',
        Action: ['access-analyzer:CreateAnalyzer', 'access-analyzer:TagResource'],
        Resource: '*',
        Condition: {
          StringNotEquals: { [`aws:RequestTag/${ownerTag}`]: scope },
          Null: { [`aws:RequestTag/${ownerTag}`]: 'false' },
        },
      },
      why: 'No analyzer is given the mark of another scope.',
    },
  ];
}
