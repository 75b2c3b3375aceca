import { defineCheck, type Verdict } from '../check.ts';
import {
  type IdentityCenterUse,
  identityCenterSigns,
  identityCenterUse,
} from '../identity-center-use.ts';

export const identityCenterInUse = defineCheck({
  id: 'identity-center-in-use',
  title: 'People reach the account through IAM Identity Center',
  severity: 'medium',
  subject: 'account',
  rationale:
    'It gives people credentials that end by themselves and one place in which to take them ' +
    'away; users of IAM outlive their people.',
  remedy:
    'In the management account open IAM Identity Center and choose "Enable"; without an ' +
    'organization AWS makes one. The instance of a single account (aws sso-admin ' +
    'create-instance) has no permission sets and does not serve.',
  documentation:
    'https://docs.aws.amazon.com/singlesignon/latest/userguide/get-set-up-for-idc.html',
  controls: ['IDC-1'],
  needs: [],
  uses: identityCenterSigns,
  run: (_, context, used) => [judge(identityCenterUse(used, context), context.accountArn)],
});

function judge(use: IdentityCenterUse, subject: string): Verdict {
  switch (use.kind) {
    case 'in-use': {
      const evidence = { sign: use.sign };
      return {
        outcome: 'pass',
        subject,
        message: `IAM Identity Center shows: ${use.sign}.`,
        evidence,
      };
    }
    case 'account-instance': {
      const message = 'The only instance is of this account alone, and gives nobody access to it.';
      return { outcome: 'warn', subject, message };
    }
    case 'absent':
      return { outcome: 'fail', subject, message: 'Nothing shows IAM Identity Center.' };
    case 'unclear':
      return use.why;
    default:
      return use satisfies never;
  }
}
