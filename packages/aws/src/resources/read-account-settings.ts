import { ListAccountAliasesCommand } from '@aws-sdk/client-iam';
import type { LiveOf } from '@rolecall/core';
import { fetchPasswordPolicy } from '../collect/password-policy.ts';
import { type IamReader, listAll } from './iam-reader.ts';

const action = 'iam:ListAccountAliases';

export async function readAccountAlias({
  iam,
}: IamReader): Promise<LiveOf<'account-alias'> | undefined> {
  const [alias] = await listAll(
    action,
    (marker) => iam.send(new ListAccountAliasesCommand({ ...marker })),
    (page) => page.AccountAliases,
  );
  return alias === undefined ? undefined : { type: 'account-alias', name: 'account', alias };
}

export async function readAccountPasswordPolicy({
  iam,
}: IamReader): Promise<LiveOf<'password-policy'> | undefined> {
  const settings = await fetchPasswordPolicy(iam);
  return settings === null ? undefined : { type: 'password-policy', name: 'account', settings };
}
