import { awsPolicyArn } from '../aws-policy-arn.ts';
import { defineCheck, type Verdict } from '../check.ts';

export const jobFunctionPolicies = defineCheck({
  id: 'job-function-policies',
  title: 'Who holds AWS policies for job functions is known',
  severity: 'info',
  subject: 'policy',
  rationale:
    'They are a start: each gives all that anybody of that trade may need. Who holds one is the ' +
    'list of those whose permissions can be narrowed.',
  remedy:
    'Let IAM Access Analyzer generate a policy from what a principal does, and put it in place ' +
    'of the job function.',
  documentation:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_job-functions.html',
  controls: ['LP-1'],
  needs: ['users', 'groups', 'roles'],
  run: ({ users, groups, roles }, context) => {
    const starts = [
      awsPolicyArn('AdministratorAccess', context),
      awsPolicyArn('PowerUserAccess', context),
    ];
    const jobFunctions = awsPolicyArn('job-function/', context);
    const holders = [...users, ...groups, ...roles];
    const found = holders.flatMap(({ arn, attachedPolicies }) =>
      attachedPolicies
        .filter((policy) => starts.includes(policy.arn) || policy.arn.startsWith(jobFunctions))
        .map((policy) => ({ ...policy, holder: arn })),
    );
    const names = new Map(found.map(({ arn, name }) => [arn, name]));
    if (names.size === 0) {
      const message = 'No principal holds an AWS policy for a job function.';
      return [{ outcome: 'pass', subject: context.accountArn, message }];
    }
    return [...names].map(([arn, name]): Verdict => {
      const list = [...new Set(found.filter((one) => one.arn === arn).map(({ holder }) => holder))];
      const message = `${name} is attached to ${list.length} principal${list.length === 1 ? '' : 's'}.`;
      return { outcome: 'pass', subject: arn, message, evidence: { holders: list.toSorted() } };
    });
  },
});
