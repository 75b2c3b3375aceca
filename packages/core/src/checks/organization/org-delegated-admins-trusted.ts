import { defineCheck, type Verdict } from '../check.ts';
import { rootArnOf } from '../root-arn.ts';
import { unseenByMembers } from './unseen-by-members.ts';

export const orgDelegatedAdminsTrusted = defineCheck({
  id: 'org-delegated-admins-trusted',
  title: 'Only trusted accounts administer services for the organization',
  severity: 'high',
  subject: 'account',
  rationale:
    'A delegated administrator reaches into every account of the organization: who holds it ' +
    'holds them. Without one the work is done in the management account.',
  remedy:
    'Deregister accounts that should not have it (aws organizations ' +
    'deregister-delegated-administrator); name the others in the setting delegatedAdministrators.',
  documentation:
    'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_integrate_delegated_admin.html',
  settings: ['delegatedAdministrators'],
  needs: [],
  uses: ['organization', 'delegatedAdministrators'],
  run: (_, context, used) => {
    const { accountArn, partition, settings } = context;
    if (used.delegatedAdministrators.status === 'unknown') {
      return [unseenByMembers('delegatedAdministrators', used, context)];
    }
    const delegatedAdministrators = used.delegatedAdministrators.value;
    if (delegatedAdministrators === null) {
      const message = 'Only the management account or a delegated administrator sees them.';
      return [{ outcome: 'not-applicable', subject: accountArn, message }];
    }
    if (delegatedAdministrators.length === 0) {
      return [
        {
          outcome: 'warn',
          subject: accountArn,
          message: 'No account is delegated administrator of any service.',
          remedy:
            'Administer Identity Center, security services and backups from accounts made for ' +
            'that (aws organizations register-delegated-administrator).',
        },
      ];
    }
    const trusted = settings.delegatedAdministrators;
    return delegatedAdministrators.map(({ account, services }): Verdict => {
      const subject = rootArnOf({ partition, account });
      const list = services.toSorted();
      const said = `Account ${account} administers ${list.join(', ') || 'no service'}`;
      const evidence = { account, services: list };
      if (trusted.length === 0) {
        const message = `${said}; the settings name no trusted accounts to compare it with.`;
        return { outcome: 'manual', subject, message, evidence };
      }
      return trusted.includes(account)
        ? { outcome: 'pass', subject, message: `${said} and is trusted.`, evidence }
        : { outcome: 'fail', subject, message: `${said} and is not trusted.`, evidence };
    });
  },
});
