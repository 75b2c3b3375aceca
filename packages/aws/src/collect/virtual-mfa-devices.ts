import { ListVirtualMFADevicesCommand } from '@aws-sdk/client-iam';
import type { PartValue } from '@rolecall/core';
import { ask, required } from '../ask.ts';
import { readPages } from './read-pages.ts';
import type { Reader } from './reader.ts';

const action = 'iam:ListVirtualMFADevices';

export async function readVirtualMfaDevices({
  clients,
  signal,
}: Reader): Promise<PartValue<'virtualMfaDevices'>> {
  const pages = await readPages({
    action,
    fetch: (marker) => {
      const command = new ListVirtualMFADevicesCommand({ AssignmentStatus: 'Assigned', ...marker });
      return ask(action, () => clients.iam.send(command, { abortSignal: signal }));
    },
  });
  return pages
    .flatMap((page) => required(page.VirtualMFADevices, action, 'VirtualMFADevices'))
    .map((device) => ({
      serialNumber: required(device.SerialNumber, action, 'SerialNumber'),
      userArn: device.User?.Arn,
    }));
}
