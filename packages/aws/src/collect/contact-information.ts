import { GetContactInformationCommand } from '@aws-sdk/client-account';
import type { PartValue } from '@rolecall/core';
import { ask, nothingOn, required } from '../ask.ts';
import type { Reader } from './reader.ts';
import { accountClient } from './service-clients.ts';

const action = 'account:GetContactInformation';

export async function readContactInformation({
  clients,
  signal,
}: Reader): Promise<PartValue<'contactInformation'>> {
  const command = new GetContactInformationCommand({});
  const answer = await ask(action, () =>
    accountClient(clients).send(command, { abortSignal: signal }),
  ).catch(nothingOn('ResourceNotFound'));
  if (answer === undefined) return {};
  const contact = required(answer.ContactInformation, action, 'ContactInformation');
  return {
    fullName: contact.FullName || undefined,
    companyName: contact.CompanyName || undefined,
    phone: contact.PhoneNumber || undefined,
  };
}
