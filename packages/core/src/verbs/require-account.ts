import type { ManifestAccount } from '../manifest/accounts/manifest-account.ts';
import { RolecallError } from '../model/errors.ts';
import type { AccountPort } from './account-port.ts';

/** The same port, which lets nothing be done where its credentials are for another account. */
export function requireAccount<P extends Pick<AccountPort, 'identify'>>(
  port: P,
  { name, id, partition, role }: ManifestAccount,
): P {
  return {
    ...port,
    identify: async () => {
      const caller = await port.identify();
      if (caller.account === id && caller.partition === partition) return caller;
      throw new RolecallError(
        'ACCOUNT_MISMATCH',
        `accounts.${name} is ${id} (${partition}), the credentials reach ${caller.account} ` +
          `(${caller.partition}).`,
        {
          subject: caller.arn,
          hint:
            role === undefined
              ? `Give accounts.${name} the role to take on there, or sign in to ${id}.`
              : `Correct the id of accounts.${name}, or its role.`,
        },
      );
    },
  };
}
