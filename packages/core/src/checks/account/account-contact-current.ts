import { defineCheck } from '../check.ts';

export const accountContactCurrent = defineCheck({
  id: 'account-contact-current',
  title: 'The contact information of the account is current',
  severity: 'medium',
  subject: 'account',
  rationale:
    'AWS writes to and calls this contact about abuse, unpaid bills and lost root credentials; ' +
    'without an answer it may stop what runs.',
  remedy:
    'Compare name and phone number with who answers today; change them under "Account", ' +
    '"Contact information" (aws account put-contact-information).',
  documentation:
    'https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-update-contact-primary.html',
  needs: ['contactInformation'],
  run: ({ contactInformation }, { accountArn: subject }) => {
    const { fullName, companyName, phone } = contactInformation;
    const evidence = {
      fullName: fullName ?? null,
      companyName: companyName ?? null,
      phone: phone ?? null,
    };
    const empty = [
      ...(fullName === undefined ? ['name'] : []),
      ...(phone === undefined ? ['phone number'] : []),
    ];
    if (empty.length > 0) {
      const message = `The primary contact of the account has no ${empty.join(' and no ')}.`;
      return [{ outcome: 'fail', subject, message, evidence }];
    }
    const message = `The primary contact is ${fullName}, ${phone}. Only a person can tell whether that is right.`;
    return [{ outcome: 'manual', subject, message, evidence }];
  },
});
