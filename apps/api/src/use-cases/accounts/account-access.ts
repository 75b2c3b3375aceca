import type { Schema } from '@rolecall/contract';
import { findPartition, parseIamArn } from '@rolecall/policy';
import { builtinScenarios } from '@rolecall/sandbox';
import { createExternalId } from '../../accounts/external-id.ts';
import { problem } from '../../http/problem.ts';
import type { RandomBytes } from '../../identity/api-tokens.ts';
import type { AccountRecord } from '../../model/records.ts';

export type AccountInput = Schema<'AccountInput'>;
type Reached = Pick<AccountRecord, 'access' | 'partition'>;

/**
 * How an account is reached. The external id is made when a role is first registered and stays.
 *
 * @throws Problem `body-invalid`
 */
export function accountAccess(
  id: string,
  { access }: Pick<AccountInput, 'access'>,
  { before, random }: { readonly before: AccountRecord | undefined; readonly random: RandomBytes },
): Reached {
  switch (access.kind) {
    case 'role': {
      const { roleArn } = access;
      const arn = parseIamArn(roleArn);
      if (arn?.type !== 'role' || arn.account !== id || findPartition(arn.partition) === undefined)
        throw invalid('/access/roleArn', `is no role of account ${id}`);
      const externalId =
        before?.access.kind === 'role' ? before.access.externalId : createExternalId(random);
      return { partition: arn.partition, access: { kind: 'role', roleArn, externalId } };
    }
    case 'sandbox': {
      const { scenario } = access;
      const known = Object.keys(builtinScenarios);
      if (!known.includes(scenario))
        throw invalid('/access/scenario', `is none of ${known.join(', ')}`);
      return { partition: 'aws', access: { kind: 'sandbox', scenario } };
    }
    default:
      return access satisfies never;
  }
}

function invalid(pointer: string, message: string): Error {
  return problem('body-invalid', { errors: [{ pointer, message }] });
}
