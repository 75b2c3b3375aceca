import { GetAccountSummaryCommand } from '@aws-sdk/client-iam';
import type { PartValue } from '@rolecall/core';
import { ask, required } from '../ask.ts';
import type { Reader } from './reader.ts';

const action = 'iam:GetAccountSummary';

export async function readAccountSummary({
  clients,
  signal,
}: Pick<Reader, 'clients' | 'signal'>): Promise<PartValue<'accountSummary'>> {
  const command = new GetAccountSummaryCommand({});
  const answer = await ask(action, () => clients.iam.send(command, { abortSignal: signal }));
  return required(answer.SummaryMap, action, 'SummaryMap');
}
