import { asList, type PolicyDocument, statementsOf } from '@rolecall/policy';
import { byDocument } from '../by-document.ts';
import { defineCheck, type Verdict } from '../check.ts';
import { isAwsManaged } from '../managed-policy.ts';
import { wholeGrant } from '../whole-grant.ts';

export const policyServiceWildcard = defineCheck({
  id: 'policy-service-wildcard',
  title: 'No policy of the account gives every action of a service on everything',
  severity: 'low',
  subject: 'policy',
  rationale:
    'All of a service holds more than anyone uses: deleting, changing its permissions, and every ' +
    'action that AWS will add.',
  remedy:
    'Name the actions that are used; the services last used (iam:GetServiceLastAccessedDetails) ' +
    'and policy generation from CloudTrail show which.',
  documentation: 'https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html',
  needs: ['policies'],
  run: ({ policies }, { partition, account }) => {
    const servicesOf = byDocument((document) =>
      wildcardServices(document).filter(
        (service) =>
          wholeGrant(document, {
            action: `${service}:*`,
            resources: [
              `arn:${partition}:${service}:*:${account}:*`,
              `arn:${partition}:${service}:::*`,
            ],
          }) === 'all',
      ),
    );
    return policies
      .filter(({ arn }) => !isAwsManaged(arn))
      .map(({ name, arn, document, attachmentCount, boundaryCount }): Verdict => {
        if (attachmentCount === 0 && boundaryCount > 0) {
          const message = `${name} is a permissions boundary only, which gives nothing.`;
          return { outcome: 'pass', subject: arn, message };
        }
        const services = servicesOf(document);
        return services.length > 0
          ? {
              outcome: 'fail',
              subject: arn,
              message: `${name} gives every action of ${services.join(', ')} on everything.`,
              evidence: { services },
            }
          : {
              outcome: 'pass',
              subject: arn,
              message: `${name} gives all of no service on everything.`,
            };
      });
  },
});

/** Services of which an Allow has every action, by name; every service at once is another check's. */
function wildcardServices(document: PolicyDocument): readonly string[] {
  const services = statementsOf(document)
    .filter(({ Effect }) => Effect === 'Allow')
    .flatMap(({ Action }) => asList(Action))
    .flatMap((pattern) => /^([a-z0-9-]+):\*+$/i.exec(pattern)?.[1]?.toLowerCase() ?? []);
  return [...new Set(services)].toSorted();
}
