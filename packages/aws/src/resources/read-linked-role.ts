import { ListRolesCommand } from '@aws-sdk/client-iam';
import type { LiveOf } from '@rolecall/core';
import { required } from '../ask.ts';
import { type IamReader, listAll } from './iam-reader.ts';

const action = 'iam:ListRoles';

/** `name` is the service principal, with a custom suffix behind a slash. Found by path. */
export async function readLinkedRole(
  { iam }: IamReader,
  name: string,
): Promise<LiveOf<'service-linked-role'> | undefined> {
  const [service = name, suffix] = name.split('/');
  const roles = await listAll(
    action,
    (marker) =>
      iam.send(new ListRolesCommand({ PathPrefix: `/aws-service-role/${service}/`, ...marker })),
    (page) => page.Roles,
  );
  const role = roles.find(
    ({ RoleName = '' }) => suffix === undefined || RoleName.endsWith(`_${suffix}`),
  );
  if (role === undefined) return undefined;
  return { type: 'service-linked-role', name, arn: required(role.Arn, action, 'Arn'), service };
}
