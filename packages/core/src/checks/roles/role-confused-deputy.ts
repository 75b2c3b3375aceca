import { asList, type PolicyDocument, statementsOf } from '@rolecall/policy';
import data from '../../data/service-source-keys.json' with { type: 'json' };
import type { Role } from '../../model/snapshot.ts';
import { byDocument } from '../by-document.ts';
import { defineCheck, type Verdict } from '../check.ts';
import { sourceKeys } from '../naming-values.ts';
import { ownRoles, trustUndecided } from '../outside-trusts.ts';
import {
  askTrust,
  assumeRole,
  spareMissing,
  spareNamed,
  spareOthers,
  type TrustAnswer,
} from '../trust-question.ts';

export const roleConfusedDeputy = defineCheck({
  id: 'role-confused-deputy',
  title: 'Roles of services can be used on behalf of this account only',
  severity: 'medium',
  subject: 'role',
  rationale:
    'A service that works for many accounts may be made to use your role for somebody else. ' +
    'Only services that say for whom they act can be held to it; others are not judged.',
  remedy:
    'Add to the trust policy the condition StringEquals aws:SourceAccount with your account, and ' +
    'ArnLike aws:SourceArn with the resource where it is known. Try the service afterwards.',
  documentation: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html',
  needs: ['roles'],
  run: ({ roles }) => {
    const judge = byDocument(judgeServices);
    return ownRoles(roles).flatMap((role): readonly Verdict[] => {
      const { open, loose, judged, undecided } = judge(role.trust);
      if (judged.length === 0) return [];
      const { name, arn: subject } = role;
      const evidence = { services: judged, asOf: data.asOf };
      if (open.length > 0 && open.every((service) => isUnproven(role, service))) {
        const message = `${name} can be used by ${open.join(', ')} on behalf of any account; AWS shows the condition for task roles, not for execution roles like this one.`;
        return [{ outcome: 'warn', subject, message, evidence }];
      }
      if (open.length > 0) {
        const message = `${name} can be used by ${open.join(', ')} on behalf of any account.`;
        return [{ outcome: 'fail', subject, message, evidence }];
      }
      if (undecided !== undefined) return [trustUndecided(role, undecided)];
      if (loose.length > 0) {
        const message = `${name} ties ${loose.join(', ')} to a source only where one is told.`;
        return [{ outcome: 'warn', subject, message, evidence }];
      }
      const message = `${name} can be used by ${judged.join(', ')} for named sources only.`;
      return [{ outcome: 'pass', subject, message, evidence }];
    });
  },
});

/** ECS says for whom it takes on task roles; of execution roles no page of AWS tells. */
function isUnproven({ attachedPolicies }: Role, service: string): boolean {
  return (
    service === 'ecs-tasks.amazonaws.com' &&
    attachedPolicies.some(({ arn }) =>
      arn.endsWith(':aws:policy/service-role/AmazonECSTaskExecutionRolePolicy'),
    )
  );
}

function judgeServices(trust: PolicyDocument) {
  const judged = servicesOf(trust);
  const answers = judged.map((service) => ({
    service,
    strict: askService(trust, service),
    // A request without any source is one that the service does not make.
    told: askService(trust, service, 'told'),
  }));
  const open = answers.filter(({ told }) => told.verdict === 'yes');
  const loose = answers.filter(
    ({ strict, told }) => strict.verdict === 'yes' && !open.some((each) => each.told === told),
  );
  const [undecided] = answers.flatMap(({ strict, told }) =>
    [strict, told].flatMap((answer) => (answer.verdict === 'undecided' ? [answer.reason] : [])),
  );
  const names = (list: typeof answers) => list.map(({ service }) => service);
  return { judged, open: names(open), loose: names(loose), undecided };
}

function askService(trust: PolicyDocument, service: string, source?: 'told'): TrustAnswer {
  return askTrust(trust, {
    action: assumeRole,
    spared: [
      spareOthers({ Service: service }),
      ...spareNamed(trust, sourceKeys),
      ...(source === undefined
        ? []
        : [spareMissing('aws:SourceAccount'), spareMissing('aws:SourceArn')]),
    ],
  });
}

/** The services a trust names of which it is known that they send source keys. */
function servicesOf(trust: PolicyDocument): readonly string[] {
  const names = statementsOf(trust).flatMap(({ Effect, Principal }) =>
    Effect === 'Allow' && typeof Principal === 'object' ? asList(Principal['Service']) : [],
  );
  return [...new Set(names)].filter((name) => name.toLowerCase() in data.services).toSorted();
}
