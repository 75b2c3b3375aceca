import { readFileSync } from 'node:fs';
import { createAccountPort, createClients } from '@rolecall/aws';
import { checkAccount, checks, defaultCheckSettings, type Finding } from '@rolecall/core';
import { builtinScenarios, createSandbox, parseScenario, type Scenario } from '@rolecall/sandbox';
import { describe, expect, it } from 'vitest';
import { createClock } from './testing/account.fixture.ts';

const byDefault = checks.filter(({ optIn }) => optIn !== true);
const settings = {
  ...defaultCheckSettings,
  emergencyPrincipals: ['user/EmergencyAccess', 'role/Administrator'],
};

function builtin(name: keyof typeof builtinScenarios): Scenario {
  const url = builtinScenarios[name];
  return parseScenario(readFileSync(url, 'utf8'), url.pathname);
}

async function checked(scenario: Scenario) {
  const clock = createClock();
  const sandbox = createSandbox({ now: clock.now, scenario });
  const clients = createClients({
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' },
    requestHandler: sandbox.requestHandler,
  });
  const port = createAccountPort(clients, clock);
  const { findings } = await checkAccount({ port, checks: byDefault, settings, now: clock.now() });
  const calls = sandbox.calls.map(({ action }) => action);
  return { findings, iamCalls: calls.filter((action) => action.startsWith('iam:')) };
}

function failing(findings: readonly Finding[]): readonly string[] {
  return [
    ...new Set(findings.filter(({ outcome }) => outcome === 'fail').map(({ check }) => check)),
  ];
}

describe('what the checks say', () => {
  it('of a good account: nothing to do but what only a person can tell', async () => {
    const { findings } = await checked(builtin('good'));
    const open = findings.filter(
      ({ outcome }) => outcome !== 'pass' && outcome !== 'not-applicable',
    );
    expect(open.filter(({ outcome }) => outcome !== 'manual')).toEqual([]);
    expect(open.map(({ check }) => check)).toMatchInlineSnapshot(`
      [
        "root-second-mfa",
        "root-mailbox",
        "account-intended",
        "account-contact-current",
        "org-delegated-admins-trusted",
        "org-management-account-clean",
        "identity-center-hygiene",
      ]
    `);
  });

  it('of an untouched account: see to root', async () => {
    const { findings } = await checked(builtin('untouched'));
    expect(failing(findings)).toMatchInlineSnapshot(`
      [
        "root-mfa-enabled",
        "root-mfa-hardware",
        "root-second-mfa",
        "root-not-used",
        "account-security-contact",
        "account-billing-contact",
        "account-operations-contact",
        "account-in-organization",
        "sts-token-version",
        "identity-center-in-use",
        "admin-paths",
        "support-role-present",
        "audit-role-present",
        "iam-administrator-user",
        "analyzer-external",
        "analyzer-unused",
        "trail-exists",
        "trail-multi-region",
        "trail-management-events",
        "trail-policy-generation-ready",
      ]
    `);
  });

  it('of a badly kept account: nearly everything', async () => {
    const { findings } = await checked(builtin('neglected'));
    const quiet = byDefault.map(({ id }) => id).filter((id) => !failing(findings).includes(id));
    expect(quiet).toMatchInlineSnapshot(`
      [
        "root-mailbox",
        "root-credentials-removed",
        "org-root-credentials-management",
        "org-root-sessions",
        "account-intended",
        "account-contact-current",
        "account-billing-contact",
        "account-operations-contact",
        "account-in-organization",
        "account-sign-in-url",
        "org-delegated-admins-trusted",
        "org-management-account-clean",
        "management-access-roles",
        "declarative-policies",
        "identity-center-admin-assignments",
        "identity-center-lesser-access",
        "identity-center-hygiene",
        "identity-center-portal-url",
        "identity-center-kms",
        "admin-paths",
        "emergency-access-present",
        "emergency-count",
        "emergency-user-hardened",
        "emergency-drilled",
        "support-role-trust",
        "password-policy-exists",
        "password-lowercase",
        "password-hard-expiry",
        "quarantine-policy-attached",
        "users-no-human-iam-users",
        "iam-administrator-user",
        "key-any-long-lived",
        "user-tagged",
        "policy-cloudshell-full",
        "policy-group-deny-users",
        "role-service-broad",
        "role-confused-deputy",
        "role-oidc-shared-issuer-sub",
        "role-cognito-unauth",
        "role-saml-aud",
        "rolesanywhere-scoped",
        "role-slr-inventory",
        "role-tagged",
        "oidc-provider-unused",
        "oidc-provider-audience",
        "analyzer-external-findings",
        "analyzer-unused",
        "trail-exists",
        "quota-near-limit",
        "job-function-policies",
        "power-user-policy",
        "delegation-requests",
        "outbound-federation",
      ]
    `);
  });
});

describe('reading', () => {
  it('50 users, 200 roles and 60 policies takes fifteen IAM calls', async () => {
    const generate = { users: 50, roles: 200, policies: 60 };
    const scenario = parseScenario(JSON.stringify({ generate }), 'large');
    const { findings, iamCalls } = await checked(scenario);
    expect(iamCalls).toHaveLength(15);
    expect(findings.some(({ outcome }) => outcome === 'unknown')).toBe(false);
  });
});
