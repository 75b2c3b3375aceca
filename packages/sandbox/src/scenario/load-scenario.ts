import { type Account, newId } from '../account/account.ts';
import { arnOf } from '../account/arn.ts';
import { regionsOf } from '../account/regions.ts';
import { addServiceLinkedRole } from '../account/service-linked.ts';
import { loadTrust } from '../documents/trust.ts';
import { generateBulk } from './generate-bulk.ts';
import { loadAccessAnalyzer } from './load/load-access-analyzer.ts';
import { loadContacts } from './load/load-contacts.ts';
import { loadIamExtras } from './load/load-iam-extras.ts';
import { loadIdentityCenter } from './load/load-identity-center.ts';
import { loadMonitoring } from './load/load-monitoring.ts';
import { loadOrganization } from './load/load-organization.ts';
import { loadTrails } from './load/load-trails.ts';
import { loadWorkloads } from './load/load-workloads.ts';
import { loadOthers } from './load-others.ts';
import { loadSettings } from './load-settings.ts';
import { loadUser } from './load-user.ts';
import { type Loading, startLoading } from './loading.ts';
import type { Scenario } from './scenario.ts';

/**
 * Puts a scenario into an empty account. Nothing is checked on the way: a neglected account holds
 * what AWS would not take today.
 */
export function loadScenario(account: Account, given: Scenario): void {
  const scenario = withCaller(generateBulk(given));
  const loading = startLoading(account, scenario);
  account.regions = regionsOf(account.partition, scenario.regions);
  loadSettings(loading);
  loadContacts(loading);
  loadOrganization(loading);
  for (const [name, policy] of Object.entries(scenario.policies)) loadPolicy(loading, name, policy);
  for (const [name, group] of Object.entries(scenario.groups)) {
    account.groups.set(name.toLowerCase(), {
      kind: 'group',
      name,
      path: group.path,
      id: newId(account, 'AGPA', name),
      createdAt: loading.ago(group.createdDaysAgo),
      tags: [],
      ...loading.holder(group),
    });
  }
  for (const [name, user] of Object.entries(scenario.users)) loadUser(loading, name, user);
  for (const [name, role] of Object.entries(scenario.roles)) loadRole(loading, name, role);
  loadTrusts(loading);
  for (const [service, at] of Object.entries(scenario.serviceLinkedRoles)) {
    const role = addServiceLinkedRole(account, {
      service,
      createdAt: loading.ago(at.createdDaysAgo),
    });
    role.lastUsed = loading.use(at.lastUsedDaysAgo);
  }
  loadOthers(loading);
  loadIamExtras(loading);
  loadIdentityCenter(loading);
  loadAccessAnalyzer(loading);
  loadTrails(loading);
  loadMonitoring(loading);
  loadWorkloads(loading);
}

/** The caller's role exists in every account, or the caller could not call. */
function withCaller(scenario: Scenario): Scenario {
  const isThere = Object.keys(scenario.roles).some(
    (name) => name.toLowerCase() === 'administrator',
  );
  if (isThere) return scenario;
  const trust = {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: 'arn:{partition}:iam::{account}:root' },
        Action: 'sts:AssumeRole',
      },
    ],
  };
  const administrator = {
    path: '/',
    createdDaysAgo: 0,
    tags: {},
    attach: ['aws:AdministratorAccess'],
    inline: {},
    maxSession: 3600,
    trust,
  };
  return { ...scenario, roles: { ...scenario.roles, Administrator: administrator } };
}

function loadPolicy(
  { account, ago, text, tags }: Loading,
  name: string,
  policy: Scenario['policies'][string],
): void {
  const createdAt = ago(policy.createdDaysAgo);
  const versions = [...policy.earlier, policy.document].map((document, index) => ({
    id: `v${index + 1}`,
    document: text(document),
    createdAt,
  }));
  account.policies.set(name.toLowerCase(), {
    kind: 'policy',
    name,
    path: policy.path,
    id: newId(account, 'ANPA', name),
    createdAt,
    tags: tags(policy.tags),
    description: policy.description,
    updatedAt: createdAt,
    versions,
    defaultVersion: `v${versions.length}`,
    lastVersion: versions.length,
  });
}

function loadRole(loading: Loading, name: string, role: Scenario['roles'][string]): void {
  const { account, ago, use, tags, holder, text, arn } = loading;
  const service = {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Principal: { Service: role.trustService }, Action: 'sts:AssumeRole' },
    ],
  };
  account.roles.set(name.toLowerCase(), {
    kind: 'role',
    name,
    path: role.path,
    id: newId(account, 'AROA', name),
    createdAt: ago(role.createdDaysAgo),
    tags: tags(role.tags),
    ...holder(role),
    trust: text(role.trust ?? service),
    description: role.description,
    maxSession: role.maxSession,
    boundary: role.boundary === undefined ? undefined : arn(role.boundary),
    lastUsed: use(role.lastUsedDaysAgo),
  });
}

/** After all users and roles are there, since trusts name them. */
function loadTrusts({ account }: Loading): void {
  const entities = [...account.users.values(), ...account.roles.values()];
  const ids = new Map(entities.map((entity) => [arnOf(account, entity), entity.id]));
  for (const role of account.roles.values()) role.trust = loadTrust(role.trust, ids);
}
