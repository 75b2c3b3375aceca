import type { Json } from '@rolecall/policy';
import type { Outcome } from '../../model/finding.ts';
import { awsOwnership } from '../aws-owned-role.ts';
import { defineCheck, type Verdict } from '../check.ts';
import { isEmergencyPrincipal } from '../emergency-principal.ts';

import type { Power } from '../principal-power.ts';
import type { Actor } from './actor.ts';
import type { Certainty } from './ask.ts';
import { describeEscalation, escalationEvidence } from './describe-escalation.ts';
import { findEscalations } from './find-escalations.ts';
import { memberWays } from './member-ways.ts';

export const policyPrivesc = defineCheck({
  id: 'policy-privesc',
  title: 'No user or role can make itself administrator by what it may do',
  severity: 'high',
  subject: 'policy',
  rationale:
    'Permissions that look harmless one by one lead to administrator together: to pass a role to ' +
    'a service that runs code, to write a policy one has, to change whom a role trusts. Whoever ' +
    'takes over such a user or role takes over the account.',
  remedy:
    'Take away one of the permissions that the finding lists, or limit it: iam:PassRole to the ' +
    'roles that are meant, with the condition iam:PassedToService; writes of IAM to what is not ' +
    'administrator, with the condition iam:PermissionsBoundary. Name users and roles kept for ' +
    'emergencies in the setting emergencyPrincipals.',
  documentation: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
  controls: ['LP-1'],
  settings: ['emergencyPrincipals'],
  needs: ['users', 'groups', 'roles', 'policies'],
  uses: ['organization', 'organizationsFeatures'],
  run: (parts, context, used) => {
    const found = findEscalations(parts, context, memberWays(used, context));
    return found.actors
      .filter(({ kind }) => kind !== 'group')
      .map((actor): Verdict => {
        const { arn: subject, boundary } = actor;
        const label = `${actor.kind} ${actor.name}`;
        const pass = (message: string, evidence: { readonly [name: string]: Json } = {}) =>
          ({ outcome: 'pass', subject, message, evidence }) satisfies Verdict;
        const owned = actor.role === undefined ? undefined : awsOwnership(actor.role);
        const power = found.power.now(actor);
        if (power === 'full') {
          const message = `${label} is administrator already: see the checks of administrators.`;
          return owned === undefined ? pass(message) : { ...pass(message), severity: 'info' };
        }
        const ways = found.of(actor);
        const [best] = ways;
        if (best === undefined) return judgeWithoutWay(actor, { label, power, pass });
        const evidence = escalationEvidence(ways);
        const said = describeEscalation(label, best);
        if (isEmergencyPrincipal(actor, context.settings)) {
          return pass(`${said} It is kept for emergencies.`, evidence);
        }
        if (owned !== undefined) {
          return { ...pass(`${said} It is ${owned}.`, evidence), severity: 'info' };
        }
        if (boundary !== undefined && boundary.document === undefined) {
          return {
            outcome: 'unknown',
            subject,
            message: `${said} Whether its boundary forbids it is open: ${boundary.arn} was not read.`,
            evidence: { ...evidence, unread: [boundary.arn] },
            remedy: 'Take the snapshot again; the document was not there to judge.',
          };
        }
        return { outcome: outcomeOf(best.certainty), subject, message: said, evidence };
      });
  },
});

/** What is said of those who have none of the paths. */
function judgeWithoutWay(
  { arn: subject, unread, boundary }: Actor,
  {
    label,
    power,
    pass,
  }: {
    readonly label: string;
    readonly power: Power;
    readonly pass: (message: string) => Verdict;
  },
): Verdict {
  const isShut = boundary?.document !== undefined && boundary.document.allows.size === 0;
  if (unread.length > 0 && !isShut) {
    return {
      outcome: 'unknown',
      subject,
      message: `${label}: the snapshot lacks the document of ${unread.join(', ')}.`,
      evidence: { unread },
      remedy: 'Take the snapshot again; the document was not there to judge.',
    };
  }
  if (power === 'none' || power === 'undecided') {
    return pass(`${label} cannot make itself administrator.`);
  }
  return {
    outcome: 'warn',
    subject,
    message: `${label} may change all users, groups, roles or policies; nothing there is today leads from that to administrator.`,
    evidence: { power },
  };
}

function outcomeOf(certainty: Certainty): Outcome {
  switch (certainty) {
    case 'certain':
      return 'fail';
    case 'conditional':
      return 'warn';
    case 'undecided':
      return 'unknown';
    default:
      return certainty satisfies never;
  }
}
