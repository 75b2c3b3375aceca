import type { CheckGroup } from '../check-group.ts';
import { accountBillingContact } from './account-billing-contact.ts';
import { accountContactCurrent } from './account-contact-current.ts';
import { accountContactsDistinct } from './account-contacts-distinct.ts';
import { accountInOrganization } from './account-in-organization.ts';
import { accountIntended } from './account-intended.ts';
import { accountOperationsContact } from './account-operations-contact.ts';
import { accountSecurityContact } from './account-security-contact.ts';
import { accountSignInUrl } from './account-sign-in-url.ts';
import { stsTokenVersion } from './sts-token-version.ts';

export const accountChecks: CheckGroup = {
  title: 'Account and contacts',
  checks: [
    accountIntended,
    accountContactCurrent,
    accountSecurityContact,
    accountBillingContact,
    accountOperationsContact,
    accountContactsDistinct,
    accountInOrganization,
    accountSignInUrl,
    stsTokenVersion,
  ],
};
