import { refuse } from '../aws-error.ts';
import type { Account } from './account.ts';
import { arnOf, awsManagedArn } from './arn.ts';
import { type AwsManagedPolicy, awsManagedPolicy } from './aws-managed.ts';
import type { Group, InstanceProfile, ManagedPolicy, Role, User } from './entities.ts';
import { isReferable } from './propagation.ts';

export function findUser(account: Account, name: string): User {
  const user = account.users.get(name.toLowerCase());
  return user ?? refuse('NoSuchEntity', `The user with name ${name} cannot be found.`);
}

export function findGroup(account: Account, name: string): Group {
  const group = account.groups.get(name.toLowerCase());
  return group ?? refuse('NoSuchEntity', `The group with name ${name} cannot be found.`);
}

export function findRole(account: Account, name: string): Role {
  const role = account.roles.get(name.toLowerCase());
  return role ?? refuse('NoSuchEntity', `The role with name ${name} cannot be found.`);
}

export function findInstanceProfile(account: Account, name: string): InstanceProfile {
  const profile = account.instanceProfiles.get(name.toLowerCase());
  return profile ?? refuse('NoSuchEntity', `Instance Profile ${name} cannot be found.`);
}

/** A customer-managed policy by ARN. Unlike names, ARNs are compared with case. */
export function customerPolicy(account: Account, arn: string): ManagedPolicy | undefined {
  const name = arn.slice(arn.lastIndexOf('/') + 1).toLowerCase();
  const policy = account.policies.get(name);
  return policy !== undefined && arnOf(account, policy) === arn ? policy : undefined;
}

/** An AWS-managed policy by an ARN of the account's partition. */
export function publishedPolicy(account: Account, arn: string): AwsManagedPolicy | undefined {
  return arn.startsWith(awsManagedArn(account.partition, '')) ? awsManagedPolicy(arn) : undefined;
}

/** A customer-managed policy to change; AWS's own cannot be. */
export function findCustomerPolicy(account: Account, arn: string): ManagedPolicy {
  const policy = customerPolicy(account, arn);
  if (policy !== undefined) return policy;
  if (publishedPolicy(account, arn) !== undefined) {
    refuse('AccessDenied', `Cannot perform the operation on the AWS managed policy ${arn}.`);
  }
  return refuse('NoSuchEntity', `Policy ${arn} was not found.`);
}

/** Refuses when the ARN names no policy that could be attached here, or one that is too new. */
export function checkAttachable(account: Account, arn: string, title = 'Policy'): void {
  const own = customerPolicy(account, arn);
  if (own !== undefined && isReferable(account, own.id)) return;
  const published = publishedPolicy(account, arn);
  if (published?.path === '/aws-service-role/') {
    refuse('PolicyNotAttachable', 'Cannot attach a Service Role Policy to a Customer Role.');
  }
  if (published !== undefined) return;
  refuse('NoSuchEntity', `${title} ${arn} does not exist or is not attachable.`);
}

/** Refuses when no policy of ours or of AWS has this ARN. */
export function checkKnown(account: Account, arn: string): void {
  if (publishedPolicy(account, arn) === undefined) findCustomerPolicy(account, arn);
}
