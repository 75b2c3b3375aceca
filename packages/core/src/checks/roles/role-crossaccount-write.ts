import { defineCrossAccountCheck } from './cross-account-check.ts';

export const roleCrossaccountWrite = defineCrossAccountCheck({
  id: 'role-crossaccount-write',
  title: 'No role of which others have the use may change anything',
  rationale: 'What happens in the other account, or to it, happens to this one too.',
  remedy:
    'Take the writing actions away, or see that the account is known, name it in the setting ' +
    'trustedAccounts, and let the role write to named resources only.',
  may: 'may change things',
  reach: 'writes',
});
