import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Account, newId } from './account.ts';
import { awsManagedArn } from './arn.ts';
import { awsManagedPolicies } from './aws-managed.ts';
import type { Instant, Role } from './entities.ts';

const schema = z.object({
  services: z.record(
    z.string(),
    z.strictObject({ role: z.string(), policy: z.string(), suffix: z.boolean().optional() }),
  ),
});

interface ServiceLinkedRole {
  readonly role: string;
  readonly policy: string;
  /** Whether the service takes a CustomSuffix. */
  readonly suffix?: boolean | undefined;
}

let loaded: Readonly<Record<string, ServiceLinkedRole>> | undefined;

/** Name and policy of a service's role; `undefined` for a service that has none. */
export function serviceLinkedRole(service: string): ServiceLinkedRole | undefined {
  const file = new URL('../../data/service-linked-roles.json', import.meta.url);
  loaded ??= schema.parse(JSON.parse(readFileSync(file, 'utf8'))).services;
  return Object.hasOwn(loaded, service) ? loaded[service] : undefined;
}

/** The name AWS would likely give, for scenarios with services that are not in the data. */
function guessRole(service: string): ServiceLinkedRole {
  const words = service.replace(/\.amazonaws\.com(\.cn)?$/, '').split(/[.-]/);
  const guess = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return { role: `AWSServiceRoleFor${guess}`, policy: `${guess}ServiceRolePolicy` };
}

/** Adds the role, whatever the quota says: service-linked roles may exceed it. */
export function addServiceLinkedRole(
  account: Account,
  given: {
    readonly service: string;
    readonly createdAt: Instant;
    readonly suffix?: string | undefined;
    readonly description?: string | undefined;
  },
): Role {
  const { service, suffix } = given;
  const { role: base, policy } = serviceLinkedRole(service) ?? guessRole(service);
  const name = suffix === undefined ? base : `${base}_${suffix}`;
  const known = awsManagedPolicies().has(`aws-service-role/${policy}`);
  const statement = { Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' };
  const role: Role = {
    kind: 'role',
    name,
    path: `/aws-service-role/${service}/`,
    id: newId(account, 'AROA', name),
    createdAt: given.createdAt,
    tags: [],
    inline: new Map(),
    attached: known ? [awsManagedArn(account.partition, `aws-service-role/${policy}`)] : [],
    trust: JSON.stringify({ Version: '2012-10-17', Statement: [statement] }),
    description: given.description,
    maxSession: 3600,
  };
  account.roles.set(name.toLowerCase(), role);
  return role;
}
