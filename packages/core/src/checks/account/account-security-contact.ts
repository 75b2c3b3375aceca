import { defineAlternateContactCheck } from './alternate-contact-check.ts';

export const accountSecurityContact = defineAlternateContactCheck({
  id: 'account-security-contact',
  title: 'The account has a security contact',
  severity: 'medium',
  kind: 'security',
  rationale:
    'AWS tells this contact of leaked keys and abuse; without it the mail goes to root alone.',
});
