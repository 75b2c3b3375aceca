import { type Account, createAccount } from './account.ts';

/**
 * Another account of the organization, as a session of its root sees it: of members only root is
 * known. Calls count as this account's.
 */
export function memberAccount(account: Account, id: string): Account {
  const { partition, clock, faults, servicePrincipals, organization, passing } = account;
  const member = createAccount({ id, partition, clock, faults, servicePrincipals });
  const root = organization?.accounts.get(id)?.root ?? member.root;
  return { ...member, root, organization, passing };
}
