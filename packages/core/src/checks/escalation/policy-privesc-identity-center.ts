import { awsOwnership } from '../aws-owned-role.ts';
import { defineCheck, type Verdict } from '../check.ts';
import { isEmergencyPrincipal } from '../emergency-principal.ts';
import { isIdentityCenterRole } from '../identity-center-role.ts';
import { type Actor, listActors } from './actor.ts';
import { indexActorPower } from './actor-power.ts';
import { type Answer, askAbout, layersByPermissions } from './ask.ts';
import { compileDocuments } from './compiled-document.ts';
import { listActionNames } from './granted-actions.ts';
import { identityCenterResources, identityCenterWrites } from './identity-center-writes.ts';
import { weakest } from './try-path.ts';

export const policyPrivescIdentityCenter = defineCheck({
  id: 'policy-privesc-identity-center',
  title: 'Only administrators change who gets what through IAM Identity Center',
  severity: 'high',
  subject: 'policy',
  rationale:
    'Whoever assigns permission sets, changes them or puts people into groups can give itself ' +
    'administrator of every account of the organization.',
  remedy:
    'Take the listed actions of sso, sso-directory and identitystore away, or leave them to ' +
    'administrators. Name users and roles kept for emergencies in the setting emergencyPrincipals.',
  documentation:
    'https://docs.aws.amazon.com/singlesignon/latest/userguide/iam-auth-access-overview.html',
  controls: ['IDC-2'],
  settings: ['emergencyPrincipals'],
  needs: ['users', 'groups', 'roles', 'policies'],
  run: (parts, context) => {
    const compile = compileDocuments(listActionNames(identityCenterWrites));
    const ask = askAbout(context, layersByPermissions());
    const power = indexActorPower(parts, context);
    const verdicts = listActors(parts, compile)
      .filter(({ kind }) => kind !== 'group')
      .flatMap((actor): readonly Verdict[] => {
        const answers = identityCenterWrites.flatMap((action) => {
          const answer = allowed(actor, action);
          return answer === undefined ? [] : [{ action, certainty: answer }];
        });
        const subject = actor.arn;
        const label = `${actor.kind} ${actor.name}`;
        if (answers.length === 0) {
          const isShut =
            actor.boundary?.document !== undefined && actor.boundary.document.allows.size === 0;
          if (actor.unread.length === 0 || isShut) return [];
          return [unread(subject, label, actor.unread)];
        }
        const actions = answers.map(({ action }) => action);
        const evidence = { actions };
        const said = `${label} may ${actions.join(', ')}`;
        const pass = (message: string) => [
          { outcome: 'pass' as const, subject, message, evidence },
        ];
        if (power.ofEverything(actor) === 'full') return pass(`${said}: it is administrator.`);
        if (isEmergencyPrincipal(actor, context.settings)) {
          return pass(`${said}; it is kept for emergencies.`);
        }
        const owned = actor.role === undefined ? undefined : awsOwnership(actor.role);
        // A permission set for those who administer Identity Center is how AWS means it.
        if (
          owned !== undefined &&
          !(actor.role !== undefined && isIdentityCenterRole(actor.role))
        ) {
          return pass(`${said}; it is ${owned}.`);
        }
        if (actor.boundary !== undefined && actor.boundary.document === undefined) {
          return [unread(subject, label, [actor.boundary.arn])];
        }
        const surest = answers.find(({ certainty }) => certainty === 'certain') ?? answers[0];
        if (surest?.certainty === 'certain') {
          return [{ outcome: 'fail', subject, message: `${said}.`, evidence }];
        }
        if (surest?.certainty === 'conditional') {
          const message = `${said}, while a condition holds.`;
          return [{ outcome: 'warn', subject, message, evidence }];
        }
        return [{ ...unread(subject, label, ['a policy that cannot be judged']), evidence }];
      });
    if (verdicts.length > 0) return verdicts;
    const message = 'No user or role changes who gets what through IAM Identity Center.';
    return [{ outcome: 'pass', subject: context.accountArn, message }];

    /** Each of its resources has to be allowed. */
    function allowed(actor: Actor, action: string): Answer['certainty'] | undefined {
      const answers = identityCenterResources(action, context).map((resource) =>
        ask({ actor, action, resource, facts: {}, openTags: true, trust: undefined }),
      );
      if (answers.includes(undefined)) return undefined;
      return weakest(answers.flatMap((answer) => answer?.certainty ?? []));
    }
  },
});

function unread(subject: string, label: string, missing: readonly string[]): Verdict {
  return {
    outcome: 'unknown',
    subject,
    message: `${label}: the snapshot lacks the document of ${missing.join(', ')}.`,
    evidence: { unread: [...missing] },
    remedy: 'Take the snapshot again; the document was not there to judge.',
  };
}
