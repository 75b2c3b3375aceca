import { readFileSync } from 'node:fs';
import { createAccountPort, createClients } from '@rolecall/aws';
import {
  type CheckReport,
  checkAccount,
  checkSettingsSchema,
  checks,
  type Finding,
  type Outcome,
  partPermissions,
  partsForChecks,
} from '@rolecall/core';
import { createSandbox, parseScenario } from '@rolecall/sandbox';
import { beforeAll, expect, test } from 'vitest';
import { account, createClock } from './testing/account.fixture.ts';

const file = new URL('../scenarios/everything.yaml', import.meta.url);
const scenario = parseScenario(readFileSync(file, 'utf8'), file.pathname);
const settings = checkSettingsSchema.parse({
  emergencyPrincipals: ['user/EmergencyAccess', 'role/Administrator'],
  expectedAccounts: [account],
});
const actions = [
  ...new Set(partsForChecks(checks).flatMap((part) => partPermissions[part])),
].toSorted();

async function check(denied?: string): Promise<CheckReport> {
  const clock = createClock();
  const sandbox = createSandbox({ now: clock.now, accountId: account, scenario });
  if (denied !== undefined) sandbox.faults.deny = [denied];
  const clients = createClients({
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' },
    requestHandler: sandbox.requestHandler,
    maxAttempts: 1,
  });
  const port = createAccountPort(clients, clock);
  return checkAccount({ port, checks, settings, now: clock.now() });
}

const changed = new Set<string>();
let free: Awaited<ReturnType<typeof check>>;
beforeAll(async () => {
  free = await check();
});

test('nothing is unknown where nothing is denied', () => {
  expect(free.findings.filter(({ outcome }) => outcome === 'unknown')).toEqual([]);
});

test.each(actions)('%s denied: nothing is judged wrongly, and it is named', async (action) => {
  const { findings } = await check(action);
  const before = new Map(free.findings.map((finding) => [finding.id, finding.outcome]));
  const unknown = findings.filter(({ outcome }) => outcome === 'unknown');
  const heard = new Set(unknown.map(({ check: id }) => id));

  expect(findings.filter((finding) => isWrong(finding, before.get(finding.id), action))).toEqual(
    [],
  );
  if (heard.size > 0) changed.add(action);

  expect(new Set(findings.map(({ check: id }) => id)).size).toBe(checks.length);
  const said = new Set(findings.map(({ id }) => id));
  const lost = free.findings.filter(({ id, check: name }) => !said.has(id) && !heard.has(name));
  expect(lost).toEqual([]);
});

test('every action but these is one that some check cannot do without', () => {
  expect(actions.filter((action) => !changed.has(action))).toMatchInlineSnapshot(`
    [
      "access-analyzer:ListPolicyGenerations",
      "iam:GetPolicy",
      "iam:GetPolicyVersion",
    ]
  `);
});

/**
 * A denial may make a finding unknown, or a warning that names it where only a part of the answer is
 * missing, and nothing else of it; of others it may say new things.
 */
function isWrong(finding: Finding, before: Outcome | undefined, action: string): boolean {
  const { subject, outcome } = finding;
  if (outcome === 'unknown') return !JSON.stringify(finding).includes(action);
  if (outcome === before) return false;
  if (outcome === 'warn') return !JSON.stringify(finding).includes(action);
  const ofAccount = subject === `arn:aws:iam::${account}:root`;
  return before !== undefined || outcome === 'fail' || ofAccount;
}
