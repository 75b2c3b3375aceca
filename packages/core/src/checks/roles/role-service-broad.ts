import { asList, type PolicyDocument, statementsOf } from '@rolecall/policy';
import { defineCheck, type Verdict } from '../check.ts';
import { heldDocuments } from '../held-documents.ts';
import { ownRoles } from '../outside-trusts.ts';
import { indexPower } from '../principal-power.ts';

/** Services that build or deploy what people give them, as whoever gives it wishes. */
const deploying: ReadonlySet<string> = new Set([
  'proton.amazonaws.com',
  'codebuild.amazonaws.com',
  'build.apprunner.amazonaws.com',
  'tasks.apprunner.amazonaws.com',
  'cloudformation.amazonaws.com',
  'codepipeline.amazonaws.com',
]);

export const roleServiceBroad = defineCheck({
  id: 'role-service-broad',
  title: 'Roles with which services build and deploy are not broad',
  severity: 'high',
  subject: 'role',
  rationale:
    'Consoles make roles for Proton, CodeBuild and the like with administrator rights. Whoever can ' +
    'change a template or a build then is administrator.',
  remedy:
    'Replace the policies by what the templates need, within a permissions boundary. Of AWS Proton, ' +
    'which has ended, first move the stacks AWSProton-* to another role, then delete it.',
  documentation: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
  needs: ['roles', 'groups', 'policies'],
  run: ({ roles, groups, policies }, context) => {
    const index = indexPower({ policies, groups }, context);
    const held = heldDocuments({ policies, groups });
    return ownRoles(roles).flatMap((role): readonly Verdict[] => {
      const services = deployingServices(role.trust);
      if (services.length === 0) return [];
      const { name, arn: subject } = role;
      const { power, paths, unread } = index.ofRole(role);
      const excluding = held(role).documents.some(allowsAllBut);
      const evidence = { services, power, paths, notAction: excluding };
      const by = `${name}, which ${services.join(' and ')} may use,`;
      if (power === 'full' || power === 'escalation') {
        const message = `${by} is administrator.`;
        return [{ outcome: 'fail', subject, message, evidence }];
      }
      if (power === 'undecided') {
        const message = `${name}: the snapshot lacks the document of ${unread.join(', ')}.`;
        return [{ outcome: 'unknown', subject, message, evidence }];
      }
      const loose = [
        power === 'conditional' ? 'is administrator while a condition holds' : undefined,
        power !== 'conditional' && excluding && role.permissionsBoundary === undefined
          ? 'may do everything but what a NotAction lists'
          : undefined,
        services.includes('proton.amazonaws.com') && services.includes('codebuild.amazonaws.com')
          ? 'can serve for environments and for pipelines alike'
          : undefined,
      ].filter((said) => said !== undefined);
      if (loose.length > 0) {
        const message = `${by} ${loose.join(' and ')}.`;
        return [{ outcome: 'warn', subject, message, evidence }];
      }
      return [{ outcome: 'pass', subject, message: `${by} is not broad.`, evidence }];
    });
  },
});

function deployingServices(trust: PolicyDocument): readonly string[] {
  const names = statementsOf(trust).flatMap(({ Effect, Principal }) =>
    Effect === 'Allow' && typeof Principal === 'object' ? asList(Principal['Service']) : [],
  );
  return [...new Set(names.map((name) => name.toLowerCase()))]
    .filter((name) => deploying.has(name))
    .toSorted();
}

function allowsAllBut(document: PolicyDocument): boolean {
  return statementsOf(document).some(
    ({ Effect, NotAction, Resource, NotResource }) =>
      Effect === 'Allow' &&
      NotAction !== undefined &&
      (NotResource !== undefined || asList(Resource).includes('*')),
  );
}
