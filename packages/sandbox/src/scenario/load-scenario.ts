import { type Account, newId } from '../account/account.ts';
import { hexadecimal } from '../account/identifiers.ts';
import { defaultQuotas } from '../account/quotas.ts';
import { addServiceLinkedRole } from '../account/service-linked.ts';
import { loadTrust } from '../documents/trust.ts';
import { generateBulk } from './generate-bulk.ts';
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
  loadSettings(loading);
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
  loadRest(loading);
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

function loadSettings({ account, scenario, ago, use }: Loading): void {
  const { root, organization } = scenario;
  account.root = {
    createdAt: ago(root.createdDaysAgo),
    password: root.password,
    passwordLastUsed: use(root.passwordUsedDaysAgo)?.at,
    keys: root.keys.map((key) => ({
      id: newId(account, 'AKIA', '<root>'),
      status: key.status,
      createdAt: ago(key.createdDaysAgo),
      lastUsed: use(key.usedDaysAgo, key),
    })),
    mfa: root.mfa,
    certificates: root.certificates.map(({ status, uploadedDaysAgo }) => ({
      status,
      uploadedAt: ago(uploadedDaysAgo),
    })),
  };
  if (root.mfa === 'virtual') {
    const serial = `arn:${account.partition}:iam::${account.id}:mfa/root-account-mfa-device`;
    const at = ago(root.createdDaysAgo);
    account.virtualMfa.set(serial, {
      serial,
      createdAt: at,
      tags: [],
      owner: 'root',
      enabledAt: at,
    });
  }
  account.alias = scenario.alias;
  account.passwordPolicy = scenario.passwordPolicy;
  account.quotas = { ...defaultQuotas, ...scenario.quotas };
  account.globalEndpointTokenVersion = scenario.globalEndpointTokenVersion;
  if (organization === undefined) return;
  const self = organization.managementAccount === 'self';
  account.organization = {
    ...organization,
    managementAccount: self ? account.id : organization.managementAccount,
  };
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
  for (const role of account.roles.values()) role.trust = loadTrust(account, role.trust);
}

function loadRest({ account, scenario, ago, tags }: Loading): void {
  for (const [name, profile] of Object.entries(scenario.instanceProfiles)) {
    account.instanceProfiles.set(name.toLowerCase(), {
      kind: 'instance-profile',
      name,
      path: profile.path,
      id: newId(account, 'AIPA', name),
      createdAt: ago(profile.createdDaysAgo),
      tags: tags(profile.tags),
      role: profile.role?.toLowerCase(),
    });
  }
  for (const provider of scenario.oidcProviders) {
    const url = provider.url.replace(/^https:\/\//, '');
    const { clientIds, thumbprints } = provider;
    account.oidcProviders.set(url, {
      url,
      clientIds,
      thumbprints,
      createdAt: ago(provider.createdDaysAgo),
      tags: tags(provider.tags),
    });
  }
  for (const { name, createdDaysAgo, validForDays, tags: given } of scenario.samlProviders) {
    account.samlProviders.set(name.toLowerCase(), {
      name,
      createdAt: ago(createdDaysAgo),
      metadata: `<EntityDescriptor entityID="${name}"/>`,
      validUntil: ago(-validForDays),
      tags: tags(given),
    });
  }
  for (const { name, path, uploadedDaysAgo, expiresInDays } of scenario.serverCertificates) {
    account.serverCertificates.set(name.toLowerCase(), {
      name,
      path,
      id: newId(account, 'ASCA', name),
      uploadedAt: ago(uploadedDaysAgo),
      expiresAt: ago(-expiresInDays),
      body: `-----BEGIN CERTIFICATE-----\n${hexadecimal(name, 64)}\n-----END CERTIFICATE-----`,
      tags: [],
    });
  }
}
