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
  it('of a good account: nothing to do', async () => {
    const { findings } = await checked(builtin('good'));
    expect(
      findings.filter(({ outcome }) => outcome !== 'pass' && outcome !== 'not-applicable'),
    ).toEqual([]);
  });

  it('of an untouched account: see to root', async () => {
    const { findings } = await checked(builtin('untouched'));
    expect(failing(findings)).toMatchInlineSnapshot(`
      [
        "root-mfa-enabled",
        "root-mfa-hardware",
        "root-not-used",
      ]
    `);
  });

  it('of a badly kept account: nearly everything', async () => {
    const { findings } = await checked(builtin('neglected'));
    const quiet = byDefault.map(({ id }) => id).filter((id) => !failing(findings).includes(id));
    expect(quiet).toMatchInlineSnapshot(`
      [
        "root-credentials-removed",
        "org-root-credentials-management",
        "org-root-sessions",
        "password-policy-exists",
        "password-lowercase",
        "password-hard-expiry",
        "key-any-long-lived",
        "user-tagged",
        "role-tagged",
      ]
    `);
  });
});

describe('reading', () => {
  it('50 users, 200 roles and 60 policies takes at most twelve IAM calls', async () => {
    const generate = { users: 50, roles: 200, policies: 60 };
    const scenario = parseScenario(JSON.stringify({ generate }), 'large');
    const { findings, iamCalls } = await checked(scenario);
    expect(iamCalls.length).toBeLessThanOrEqual(12);
    expect(findings.some(({ outcome }) => outcome === 'unknown')).toBe(false);
  });
});
