import {
  asList,
  checkAccessNotGranted,
  type PolicyDocument,
  type PolicyStatement,
  patternCovers,
  statementsOf,
} from '@rolecall/policy';
import { defineCheck } from '../check.ts';
import type { WholeGrant } from '../whole-grant.ts';
import { writtenDocuments } from '../written-documents.ts';
import { judgeWholeGrants } from './whole-grant-verdicts.ts';

export const policyNotactionAllow = defineCheck({
  id: 'policy-notaction-allow',
  title: 'No policy allows everything but a few actions',
  severity: 'medium',
  subject: 'policy',
  rationale:
    'Allow with NotAction gives every service that is not listed, also those that AWS has yet to ' +
    'make.',
  remedy:
    'Write the allowed actions in Action. To keep some actions from holders of a broad policy, ' +
    'put them into a Deny statement instead.',
  documentation:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html',
  needs: ['users', 'groups', 'roles', 'policies'],
  run: (parts, { partition, accountArn }) =>
    judgeWholeGrants(writtenDocuments(parts), (document) => judge(document, partition), {
      gives: 'allows on every resource all but the actions it lists in NotAction',
      accountArn,
    }),
});

function judge(document: PolicyDocument, partition: string): WholeGrant {
  const statements = statementsOf(document);
  const denies = statements.filter(({ Effect }) => Effect === 'Deny');
  const left = statements.filter(
    (statement) =>
      statement.Effect === 'Allow' &&
      statement.NotAction !== undefined &&
      isOnEverything(statement, partition) &&
      checkAccessNotGranted({ Version: '2012-10-17', Statement: [statement, ...denies] }, {})
        .verdict !== 'none',
  );
  if (left.length === 0) return 'none';
  return left.every(({ Condition = {} }) => Object.keys(Condition).length > 0)
    ? 'conditional'
    : 'all';
}

/** NotResource leaves everything but a little. */
function isOnEverything({ Resource, NotResource }: PolicyStatement, partition: string): boolean {
  return (
    NotResource !== undefined ||
    asList(Resource).some((pattern) => patternCovers(pattern, `arn:${partition}:*`))
  );
}
