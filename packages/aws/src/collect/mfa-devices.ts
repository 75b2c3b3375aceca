import { ListMFADevicesCommand } from '@aws-sdk/client-iam';
import type { PartValue } from '@rolecall/core';
import { ask, nothingOn, required } from '../ask.ts';
import { mapLimit } from './map-limit.ts';
import { readPages } from './read-pages.ts';
import type { Reader } from './reader.ts';

const action = 'iam:ListMFADevices';

/** A call per user, so only for those of whom the credential report says that they have one. */
export async function readMfaDevices(reader: Reader): Promise<PartValue<'mfaDevices'>> {
  const report = await reader.credentialReport();
  const users = report.rows.filter((row) => row.mfaActive && !row.isRoot).map((row) => row.user);
  const devices = await mapLimit(users, (userName) => readDevices(userName, reader));
  return devices.flat();
}

async function readDevices(
  userName: string,
  { clients, signal }: Reader,
): Promise<PartValue<'mfaDevices'>> {
  const pages = await readPages({
    action,
    fetch: (marker) => {
      const command = new ListMFADevicesCommand({ UserName: userName, ...marker });
      return ask(action, () => clients.iam.send(command, { abortSignal: signal }));
    },
  }).catch(nothingOn('NoSuchEntity')); // The report may be older than the user's deletion.
  return (pages ?? [])
    .flatMap((page) => required(page.MFADevices, action, 'MFADevices'))
    .map((device) => ({
      userName,
      serialNumber: required(device.SerialNumber, action, `SerialNumber of ${userName}`),
    }));
}
