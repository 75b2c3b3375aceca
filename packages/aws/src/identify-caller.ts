import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import type { Caller } from '@rolecall/core';
import { parseArn } from '@rolecall/policy';
import { ask, badResponse, required } from './ask.ts';
import type { AwsClients } from './clients.ts';

const action = 'sts:GetCallerIdentity';

/** Whose credentials these are. Nobody needs a permission for it, so it fails on credentials only. */
export async function identifyCaller(
  clients: Pick<AwsClients, 'sts'>,
  signal?: AbortSignal,
): Promise<Caller> {
  const answer = await ask(action, () =>
    clients.sts.send(new GetCallerIdentityCommand({}), { ...(signal && { abortSignal: signal }) }),
  );
  const account = required(answer.Account, action, 'Account');
  const arn = required(answer.Arn, action, 'Arn');
  const partition = parseArn(arn)?.partition;
  if (partition === undefined) throw badResponse(action, 'with an Arn that is none');
  return { account, partition, arn };
}
