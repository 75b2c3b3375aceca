import { ListRolesCommand } from '@aws-sdk/client-iam';
import type { PartValue } from '@rolecall/core';
import { ask, required } from '../ask.ts';
import { readPages } from './read-pages.ts';
import type { Reader } from './reader.ts';

const action = 'iam:ListRoles';

/** One hour, in seconds; what IAM sets where nobody says otherwise. */
const defaultSessionDuration = 3600;

export async function readRoleSettings({
  clients,
  signal,
}: Reader): Promise<PartValue<'roleSettings'>> {
  const pages = await readPages({
    action,
    fetch: (marker) => {
      const command = new ListRolesCommand({ MaxItems: 1000, ...marker });
      return ask(action, () => clients.iam.send(command, { abortSignal: signal }));
    },
  });
  const roles = pages.flatMap((page) => required(page.Roles, action, 'Roles'));
  return Object.fromEntries(
    roles.map((role) => [
      required(role.RoleName, action, 'RoleName'),
      {
        description: role.Description,
        maxSessionDuration: role.MaxSessionDuration ?? defaultSessionDuration,
      },
    ]),
  );
}
