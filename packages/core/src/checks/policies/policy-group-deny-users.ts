import {
  asList,
  bundledActionData,
  matchesPattern,
  type PolicyDocument,
  type PolicyStatement,
  statementsOf,
} from '@rolecall/policy';
import { byDocument } from '../by-document.ts';
import { defineCheck, type Verdict } from '../check.ts';
import { writtenDocuments } from '../written-documents.ts';

export const policyGroupDenyUsers = defineCheck({
  id: 'policy-group-deny-users',
  title: 'No Deny is aimed at a group where it would have to name users',
  severity: 'low',
  subject: 'policy',
  rationale:
    "IAM asks of an action on a user whether the user's ARN is listed. The ARN of a group does " +
    'not stand for its members: such a Deny denies nothing.',
  remedy:
    'List the users in Resource, best by a path they share (arn:aws:iam::ACCOUNT:user/PATH/*), or ' +
    'test a tag of them with aws:ResourceTag.',
  documentation: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html',
  needs: ['users', 'groups', 'roles', 'policies'],
  run: (parts, { accountArn }) => {
    const idleOf = byDocument(idleActions);
    const verdicts = writtenDocuments(parts).flatMap(
      ({ label, subject, key, document }): readonly Verdict[] => {
        const actions = idleOf(document);
        if (actions.length === 0) return [];
        return [
          {
            outcome: 'fail',
            subject,
            ...(key !== undefined && { key }),
            message: `The ${label} denies ${actions.join(', ')} on a group, which stops nobody.`,
            evidence: { actions },
          },
        ];
      },
    );
    if (verdicts.length > 0) return verdicts;
    const message = 'No Deny is aimed at a group where it would have to name users.';
    return [{ outcome: 'pass', subject: accountArn, message }];
  },
});

function idleActions(document: PolicyDocument): readonly string[] {
  return [...new Set(statementsOf(document).flatMap(idleIn))].toSorted();
}

/** What a Deny on groups lists that is never asked of a group, and reaches nothing else either. */
function idleIn({ Effect, Action, Resource }: PolicyStatement): readonly string[] {
  const resources = asList(Resource);
  if (Effect !== 'Deny' || !resources.some(isGroup)) return [];
  const onGroupsOnly = resources.every(isGroup);
  const idle = asList(Action).filter((pattern) => !mayConcernGroups(pattern));
  return onGroupsOnly || idle.length === asList(Action).length ? idle : [];
}

function isGroup(resource: string): boolean {
  return /^arn:[^:]*:iam::[^:]*:group\//.test(resource);
}

/** False only for actions that AWS knows, none of which takes a group. */
function mayConcernGroups(pattern: string): boolean {
  const [prefix, name] = pattern.toLowerCase().split(':');
  if (prefix !== 'iam' || name === undefined) return prefix?.match(/^[a-z0-9-]+$/) === null;
  const matched = (bundledActionData().service('iam')?.actions ?? []).filter((action) =>
    matchesPattern(name, action.name.toLowerCase()),
  );
  return (
    matched.length === 0 || matched.some(({ resourceTypes }) => resourceTypes.includes('group'))
  );
}
