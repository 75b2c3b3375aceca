import { defineCheck } from '../check.ts';

export const orgInvitesPending = defineCheck({
  id: 'org-invites-pending',
  title: 'No invitation of an organization waits for an answer',
  severity: 'low',
  subject: 'account',
  rationale:
    'Who accepts an invitation gives the account to the organization that sent it, with a click ' +
    'and without a second look.',
  remedy:
    'Open AWS Organizations, "Invitations", and decline those that nobody expects (aws ' +
    'organizations decline-handshake); accept the one that is yours.',
  documentation:
    'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_accounts_invites.html',
  needs: ['openHandshakes'],
  run: ({ openHandshakes }, { accountArn: subject, now }) => {
    const open = openHandshakes
      .filter(({ expiresAt }) => expiresAt === undefined || Date.parse(expiresAt) > now.getTime())
      .map(({ id, action, expiresAt }) => ({ id, action, expiresAt: expiresAt ?? null }))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1));
    if (open.length === 0) {
      return [{ outcome: 'pass', subject, message: 'No handshake is open.' }];
    }
    const list = open.map(({ id, action }) => `${id} (${action})`).join(', ');
    const message = `Open handshakes: ${list}.`;
    return [{ outcome: 'fail', subject, message, evidence: { handshakes: open } }];
  },
});
