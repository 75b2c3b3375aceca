import { defineCheck } from '../check.ts';

export const accountContactsDistinct = defineCheck({
  id: 'account-contacts-distinct',
  title: 'The alternate contacts are different mailboxes, none of a single person',
  severity: 'low',
  subject: 'account',
  rationale:
    'One mailbox for all three is one that may be full, filtered or left behind with its owner.',
  remedy:
    'Give billing, operations and security mailboxes of their teams under "Account", "Alternate ' +
    'contacts" (aws account put-alternate-contact).',
  documentation:
    'https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-update-contact-alternate.html',
  settings: ['personalEmails'],
  needs: ['alternateContacts'],
  run: ({ alternateContacts }, { accountArn: subject, settings }) => {
    const { billing, operations, security } = alternateContacts;
    const contacts = Object.entries({ billing, operations, security }).flatMap(([kind, contact]) =>
      contact === null ? [] : [{ kind, email: contact.email.trim().toLowerCase() }],
    );
    if (contacts.length === 0) {
      const message = 'The account has no alternate contact.';
      return [{ outcome: 'not-applicable', subject, message }];
    }
    const persons = new Set(settings.personalEmails.map((email) => email.toLowerCase()));
    const shared = contacts.filter(({ kind, email }) =>
      contacts.some((other) => other.kind !== kind && other.email === email),
    );
    const personal = contacts.filter(({ email }) => persons.has(email));
    const evidence = {
      shared: shared.map(({ kind }) => kind),
      personal: personal.map(({ kind }) => kind),
    };
    const faults = [
      ...(shared.length > 0 ? [`share a mailbox: ${evidence.shared.join(', ')}`] : []),
      ...(personal.length > 0 ? [`are of one person: ${evidence.personal.join(', ')}`] : []),
    ];
    return faults.length > 0
      ? [{ outcome: 'fail', subject, message: `Contacts ${faults.join('; ')}.`, evidence }]
      : [{ outcome: 'pass', subject, message: 'No two contacts share a mailbox.', evidence }];
  },
});
