import { type PrincipalAccess, principalsOf, RolecallError, refuseRoot } from '@rolecall/core';
import { parseIamArn } from '@rolecall/policy';
import { openAccount } from '../account/open-account.ts';
import type { Environment } from '../environment.ts';
import type { Presenter } from '../output/presenter.ts';
import { findPrincipal } from './snapshot-principal.ts';

export interface TodaysAccessInput {
  readonly environment: Environment;
  readonly presenter: Pick<Presenter, 'note'>;
  readonly arn: string;
  /** A file in the place of the account. */
  readonly snapshot: string | undefined;
}

/** What a user or role has at this moment, read from its account or from a snapshot of it. */
export async function readTodaysAccess({
  environment,
  presenter,
  arn,
  snapshot,
}: TodaysAccessInput): Promise<PrincipalAccess> {
  if (snapshot !== undefined) return findPrincipal(environment.cwd, { file: snapshot, arn });
  const { port } = await openAccount({ environment, presenter, account: undefined });
  const caller = await port.identify();
  refuseRoot(caller);
  requireItsAccount(arn, caller.account);
  const taken = await port.collect({ parts: ['users', 'groups', 'roles', 'policies'] });
  const principals = principalsOf(taken);
  if (principals === undefined)
    throw new RolecallError('NOTHING_READABLE', "The account's users and roles cannot be read.", {
      hint: 'See what is missing with `rolecall doctor`, or give a snapshot with --snapshot.',
    });
  const found = principals.find((each) => each.arn === arn);
  if (found !== undefined) return found;
  throw new RolecallError(
    'ENTITY_MISSING',
    `Account ${caller.account} has no user or role ${arn}.`,
    {
      subject: arn,
      hint: 'Give the ARN of a user or role, with its path.',
    },
  );
}

function requireItsAccount(arn: string, account: string): void {
  const parsed = parseIamArn(arn);
  if (parsed === undefined)
    throw new RolecallError('USAGE', `--principal does not take "${arn}".`, {
      hint: 'Give the ARN of a user or role, e.g. arn:aws:iam::111122223333:role/app.',
    });
  if (parsed.account === account) return;
  throw new RolecallError(
    'ACCOUNT_MISMATCH',
    `--principal is of account ${parsed.account}, but the credentials are for ${account}.`,
    { subject: arn, hint: 'Sign in to the account of the principal.' },
  );
}
