import type { Notice, NoticeType } from './event-notice.ts';

/** A notice in words, for chat and mail: what happened, to what, by whom, and where to look. */
export interface NoticeWords {
  readonly subject: string;
  readonly text: string;
}

const titles: Readonly<Record<NoticeType, string>> = {
  'role-request.submitted': 'Somebody asks for a role',
  'role-request.decided': 'A role request was decided',
  'role-request.cancelled': 'A role request was cancelled',
  'role-request.lapsed': 'Nobody answered a role request in time',
  'role-request.provision-failed': 'A role could not be provisioned',
  'grant.activated': 'A role is ready',
  'grant.extended': 'A role was extended',
  'grant.expiring': 'A role ends soon',
  'grant.expired': 'A role has ended',
  'grant.revoked': 'A role was revoked',
  'grant.removal-failed': 'A role could not be removed and is still there',
  'grant.recertification-due': 'A role will be revoked unless an approver says that it is needed',
  'emergency.used': 'Emergency access was taken',
  'emergency.reviewed': 'Emergency access was reviewed',
  'emergency.review-due': 'Emergency access still waits for its review',
  'check-run.completed': 'The check of an account has come to its end',
  'guide-walk.completed': 'The walk of a guide has come to its end',
  'plan-set.completed': 'The plans of several accounts are made',
  'plan.approval-needed': 'A plan waits for an approver',
  'application.completed': 'The application of a plan has come to its end',
  'secret.expired':
    'Nobody fetched a password or access key in time: reset or rotate it, since it may be live and nobody has it',
  'rule-change.proposed': 'A change of the rules waits for a second person',
  'audit.head': 'The head of the audit log was signed',
  'webhook.test': 'A test',
};

export function describeNotice(notice: Notice, publicUrl: string | null): NoticeWords {
  const { type, data, timestamp } = notice;
  const title = titles[type];
  const where = data.accountId === null ? '' : ` in account ${data.accountId}`;
  const link = publicUrl === null || data.resource === null ? [] : [publicUrl + data.resource];
  const state = data.state === null ? [] : [`State: ${oneLine(data.state)}`];
  const by = `By ${oneLine(data.actor.name)} (${oneLine(data.actor.id)}), ${timestamp}`;
  const subject = `${title}${where}`;
  return { subject, text: [`${subject}.`, ...state, by, ...link].join('\n') };
}

/** A name must not become a second line, which could look like ours. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, ' ');
}
