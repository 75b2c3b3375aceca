import { iamArn } from '@rolecall/policy';
import type { User } from '../model/snapshot.ts';
import type { CheckContext } from './check.ts';

/** Finds ARNs for calls of AWS that name the user only; one made in between has no known path. */
export function userArns(
  users: readonly User[],
  { partition, account }: Pick<CheckContext, 'partition' | 'account'>,
): (name: string) => string {
  const arns = new Map(users.map((user) => [user.name, user.arn]));
  return (name) => arns.get(name) ?? iamArn({ partition, account, type: 'user', name });
}
