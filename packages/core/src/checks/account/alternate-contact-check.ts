import { type Check, type CheckMetadata, defineCheck } from '../check.ts';

type AlternateContactKind = 'billing' | 'operations' | 'security';

interface AlternateContactCheck
  extends Pick<CheckMetadata, 'id' | 'title' | 'severity' | 'rationale'> {
  readonly kind: AlternateContactKind;
}

/** Defines a check that one of the alternate contacts is set. */
export function defineAlternateContactCheck({ kind, ...metadata }: AlternateContactCheck): Check {
  const label = `${kind.slice(0, 1).toUpperCase()}${kind.slice(1)}`;
  return defineCheck({
    ...metadata,
    subject: 'account',
    remedy:
      `Open "Account", "Alternate contacts", "${label}" and name a mailbox that a team reads ` +
      `(aws account put-alternate-contact --alternate-contact-type ${kind.toUpperCase()}).`,
    documentation:
      'https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-update-contact-alternate.html',
    needs: ['alternateContacts'],
    run: ({ alternateContacts }, { accountArn: subject }) => {
      const contact = alternateContacts[kind];
      if (contact === null) {
        return [{ outcome: 'fail', subject, message: `The account has no ${kind} contact.` }];
      }
      const message = `The ${kind} contact is ${contact.email}.`;
      return [{ outcome: 'pass', subject, message, evidence: { email: contact.email } }];
    },
  });
}
