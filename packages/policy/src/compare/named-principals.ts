import type { Policy } from '../language/policy.ts';
import { BudgetExceeded } from './budget.ts';

/** More than policies of IAM can name. */
const maxPrincipals = 1500;

/** The principals that policies name, sorted by what they are. */
export interface NamedPrincipals {
  /** Those named in any way, and one that is not. */
  readonly accounts: readonly NamedAccount[];
  readonly services: readonly string[];
  readonly providers: readonly string[];
  readonly canonicalUsers: readonly string[];
  /** `AIDA…` */
  readonly userIds: readonly string[];
  /** `AROA…` */
  readonly roleIds: readonly string[];
  /** Entries of none of these forms. */
  readonly unrecognised: readonly string[];
  /** A name that no policy has, made longer until it is free. */
  readonly free: (start: string, end: string) => string;
}

interface NamedAccount {
  readonly id: string;
  readonly partition: string;
  readonly users: readonly string[];
  readonly federatedUsers: readonly string[];
  readonly roles: readonly RoleName[];
}

export interface RoleName {
  readonly arn: string;
  readonly name: string;
  /** ARNs of those that are named. */
  readonly sessions: readonly string[];
}

const roleArn = /^arn:([^:]*):iam::(\d{12}):role\/(?:.*\/)?([^/]*)$/;
const sessionArn = /^arn:([^:]*):sts::(\d{12}):assumed-role\/([^/]*)\/(?:.*)$/;
const userArn = /^arn:[^:]*:iam::(\d{12}):user\/.*$/;
const federatedArn = /^arn:[^:]*:sts::(\d{12}):federated-user\/.*$/;

export function namedPrincipals(policies: readonly Policy[]): NamedPrincipals {
  const values = {
    AWS: new Set<string>(),
    Service: new Set<string>(),
    Federated: new Set<string>(),
    CanonicalUser: new Set<string>(),
  };
  for (const { statements } of policies)
    for (const { principal } of statements)
      for (const entry of principal?.principals ?? [])
        if (!entry.everyone) values[entry.kind].add(entry.value);
  const aws = [...values.AWS];
  if (aws.length > maxPrincipals)
    throw new BudgetExceeded('The policies name too many principals to be compared.');
  const all = new Set(Object.values(values).flatMap((set) => [...set]));
  const free = (start: string, end: string) => {
    let name = `${start}${end}`;
    for (let at = 2; all.has(name); at++) name = `${start}-${at}${end}`;
    return name;
  };
  const known = (value: string) =>
    rootAccount(value) !== undefined ||
    [roleArn, sessionArn, userArn, federatedArn].some((form) => form.test(value));
  return {
    accounts: accountsOf(aws),
    services: [...values.Service],
    providers: [...values.Federated].filter((provider) => provider !== '*'),
    canonicalUsers: [...values.CanonicalUser],
    userIds: aws.filter((value) => value.startsWith('AIDA')),
    roleIds: aws.filter((value) => value.startsWith('AROA')),
    unrecognised: aws.filter((value) => !known(value)),
    free,
  };
}

/** The account an entry stands for as a whole. */
export function rootAccount(value: string): string | undefined {
  const found = /^(?:(\d{12})|arn:[a-z0-9-]{1,32}:iam::(\d{12}):root)$/.exec(value);
  return found?.[1] ?? found?.[2];
}

function accountsOf(values: readonly string[]): readonly NamedAccount[] {
  const partitions = new Map<string, string>();
  for (const value of values) {
    const id = rootAccount(value) ?? /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(value)?.[1];
    if (id === undefined) continue;
    const partition = value.startsWith('arn:') ? value.split(':')[1] : undefined;
    if (!partitions.has(id) || partition !== undefined) partitions.set(id, partition ?? 'aws');
  }
  let other = 999_999_999_999;
  while (partitions.has(String(other))) other--;
  partitions.set(String(other), [...partitions.values()][0] ?? 'aws');
  const within = (form: RegExp, id: string) =>
    values.filter((value) => form.exec(value)?.[1] === id);
  return [...partitions].map(([id, partition]) => ({
    id,
    partition,
    users: within(userArn, id),
    federatedUsers: within(federatedArn, id),
    roles: rolesOf(values, id),
  }));
}

/**
 * Roles that are named, and roles at the root path for named sessions of others: role names are
 * unique in an account, whatever the path.
 */
function rolesOf(values: readonly string[], account: string): readonly RoleName[] {
  const sessions = values.flatMap((arn) => {
    const [, partition, id, name] = sessionArn.exec(arn) ?? [];
    return id === account && name !== undefined ? [{ arn, partition, name }] : [];
  });
  const roles = values.flatMap((arn) => {
    const [, , id, name] = roleArn.exec(arn) ?? [];
    return id === account && name !== undefined ? [{ arn, name }] : [];
  });
  const unnamed = sessions
    .filter(({ name }) => !roles.some((role) => role.name === name))
    .map(({ partition, name }) => ({ arn: `arn:${partition}:iam::${account}:role/${name}`, name }));
  const distinct = new Map([...roles, ...unnamed].map((role) => [role.arn, role]));
  return [...distinct.values()].map(({ arn, name }) => ({
    arn,
    name,
    sessions: sessions.filter((session) => session.name === name).map((session) => session.arn),
  }));
}
