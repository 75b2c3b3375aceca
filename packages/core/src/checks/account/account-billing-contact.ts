import { defineAlternateContactCheck } from './alternate-contact-check.ts';

export const accountBillingContact = defineAlternateContactCheck({
  id: 'account-billing-contact',
  title: 'The account has a billing contact',
  severity: 'low',
  kind: 'billing',
  rationale:
    'A bill that jumps is often the first sign of a stranger in the account; somebody should see it.',
});
