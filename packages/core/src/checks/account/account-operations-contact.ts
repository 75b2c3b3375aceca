import { defineAlternateContactCheck } from './alternate-contact-check.ts';

export const accountOperationsContact = defineAlternateContactCheck({
  id: 'account-operations-contact',
  title: 'The account has an operations contact',
  severity: 'low',
  kind: 'operations',
  rationale:
    'AWS tells this contact of events that stop what runs; without it the mail goes to root alone.',
});
