import { RolecallError } from '../model/errors.ts';
import type { Caller } from '../model/snapshot.ts';

/** Root can do everything and cannot be bounded: a tool has no business with its credentials. */
export function refuseRoot(caller: Caller): void {
  if (!caller.arn.endsWith(':root')) return;
  throw new RolecallError(
    'ROOT_CREDENTIALS',
    `These are the root user's credentials of account ${caller.account}.`,
    {
      subject: caller.arn,
      hint:
        'Sign in to the console as root once, enable IAM Identity Center and assign yourself ' +
        'AdministratorAccess there; delete the root access keys; then use `aws sso login`.',
    },
  );
}
