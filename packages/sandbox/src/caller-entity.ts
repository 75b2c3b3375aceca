import { parseArn, type RequestPrincipal } from '@rolecall/policy';
import type { Account } from './account/account.ts';
import { arnOf, rootArn } from './account/arn.ts';
import type { Role, User } from './account/entities.ts';
import { uniqueId } from './account/identifiers.ts';

/** Somebody of the account who can call. */
export type CallerEntity =
  | { readonly kind: 'root' }
  | { readonly kind: 'user'; readonly user: User }
  /** Without a name: the role itself, as simulations name it. */
  | { readonly kind: 'session'; readonly role: Role; readonly name: string | undefined };

/** Who of the account has the ARN, of a session too; `undefined` for everybody else. */
export function callerEntity(account: Account, arn: string): CallerEntity | undefined {
  if (arn === rootArn(account)) return { kind: 'root' };
  const parsed = parseArn(arn);
  if (parsed === undefined || parsed.account !== account.id) return undefined;
  const [type, ...names] = parsed.resource.split('/');
  const last = names.at(-1)?.toLowerCase() ?? '';
  switch (`${parsed.service}:${type}`) {
    case 'iam:user': {
      const user = account.users.get(last);
      return user !== undefined && arnOf(account, user) === arn
        ? { kind: 'user', user }
        : undefined;
    }
    case 'iam:role': {
      const role = account.roles.get(last);
      return role !== undefined && arnOf(account, role) === arn
        ? { kind: 'session', role, name: undefined }
        : undefined;
    }
    case 'sts:assumed-role': {
      const role = account.roles.get(names[0]?.toLowerCase() ?? '');
      return role?.name === names[0] && role !== undefined
        ? { kind: 'session', role, name: names.slice(1).join('/') }
        : undefined;
    }
    default:
      return undefined;
  }
}

/** The caller as policies name it. */
export function principalOf(account: Account, entity: CallerEntity): RequestPrincipal {
  switch (entity.kind) {
    case 'root':
      return { kind: 'root', account: account.id };
    case 'user':
      return { kind: 'user', arn: arnOf(account, entity.user), uniqueId: entity.user.id };
    case 'session': {
      const { role, name } = entity;
      return {
        kind: 'role-session',
        roleArn: arnOf(account, role),
        sessionArn: name === undefined ? undefined : sessionArn(account, role, name),
        uniqueId: role.id,
      };
    }
    default:
      return entity satisfies never;
  }
}

export function sessionArn(account: Account, role: Role, name: string): string {
  return `arn:${account.partition}:sts::${account.id}:assumed-role/${role.name}/${name}`;
}

/** What GetCallerIdentity calls UserId, and policies aws:userid. */
export function callerId(account: Account, caller: string): string {
  const entity = callerEntity(account, caller);
  switch (entity?.kind) {
    case 'user':
      return entity.user.id;
    case 'session':
      return `${entity.role.id}:${entity.name ?? ''}`;
    case 'root':
      return account.id;
    case undefined: {
      const session = /:assumed-role\/[^/]+\/(.+)$/.exec(caller)?.[1];
      return session === undefined ? account.id : `${uniqueId('AROA', caller)}:${session}`;
    }
    default:
      return entity satisfies never;
  }
}
