import { readFile } from 'node:fs/promises';
import { createAccountPort, createClients, createCredentialsPort } from '@rolecall/aws';
import { checkAccount, checks, defaultCheckSettings, refreshFindings } from '@rolecall/core';
import { builtinScenarios, createSandbox, parseScenario } from '@rolecall/sandbox';
import { describe, expect, it } from 'vitest';

const start = Date.parse('2026-11-21T10:00:00Z');
const hour = 3600 * 1000;
const user = (name: string) => `arn:aws:iam::111122223333:user/${name}`;
const settings = defaultCheckSettings;
const usual = checks.filter(({ optIn }) => optIn !== true);

/** An account whose report is made now; what is asked for later sees it grow old. */
async function setAccount({ deny = [] }: { readonly deny?: readonly string[] } = {}) {
  const text = await readFile(builtinScenarios.neglected, 'utf8');
  const clock = { at: start };
  const now = () => new Date(clock.at);
  const sandbox = createSandbox({ now, scenario: parseScenario(text, 'neglected') });
  const clients = createClients({
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'x' },
    requestHandler: sandbox.requestHandler,
    maxAttempts: 1,
  });
  const { signal } = new AbortController();
  const port = createAccountPort(clients, { now, sleep: () => Promise.resolve(), signal });
  const check = () => checkAccount({ port, checks: usual, settings, now: now() });
  const change = async (parameters: Readonly<Record<string, string>>) => {
    const { status, body } = await sandbox.handleHttp({
      method: 'POST',
      path: '/',
      headers: {
        authorization: 'AWS4-HMAC-SHA256 Credential=AKIDHAND/20261121/us-east-1/iam/aws4_request',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({ Version: '2010-05-08', ...parameters }).toString(),
    });
    expect({ status, body: status === 200 ? '' : body }).toEqual({ status: 200, body: '' });
  };
  await check();
  const refresh = async () => {
    clock.at += hour;
    const report = await check();
    sandbox.faults.deny.push(...deny);
    const before = sandbox.calls.length;
    const refreshed = await refreshFindings({
      ...report,
      port: createCredentialsPort(clients, signal),
      checks: usual,
      settings,
      now: now(),
    });
    return { report, refreshed, calls: sandbox.calls.slice(before) };
  };
  return { change, refresh };
}

const outcomeOf = (
  findings: readonly { readonly id: string; readonly outcome: string }[],
  id: string,
) => findings.find((each) => each.id === id)?.outcome;

describe('refreshFindings', () => {
  it('sees what was mended since the report was made', async () => {
    const { change, refresh } = await setAccount();
    await change({ Action: 'DeleteLoginProfile', UserName: 'alice' });
    const mfa = `user-console-mfa:${user('alice')}`;
    const { report, refreshed } = await refresh();
    expect(outcomeOf(report.findings, mfa)).toBe('fail');
    expect(outcomeOf(refreshed.findings, mfa)).toBeUndefined();
    expect(refreshed.changed).toContainEqual({
      before: expect.objectContaining({ id: mfa, outcome: 'fail' }),
      after: undefined,
    });
    expect(refreshed.notes).toEqual([expect.stringContaining('root-not-used')]);
  });

  it('marks what is live, also what still fails, and leaves the rest alone', async () => {
    const { refresh } = await setAccount();
    const { report, refreshed } = await refresh();
    expect(refreshed.changed).toEqual([]);
    expect(refreshed.findings.map(({ id, outcome }) => [id, outcome])).toEqual(
      report.findings.map(({ id, outcome }) => [id, outcome]),
    );
    const key = refreshed.findings.find(({ id }) => id === `key-age:${user('alice')}#key-1`);
    expect(refreshed.confirmed).toContain(key?.id);
    expect(key?.evidence).toMatchObject({ readLiveAt: '2026-11-21T11:00:00.000Z' });
    expect(key?.evidence).not.toHaveProperty('reportGeneratedAt');
    const root = refreshed.findings.find(({ check }) => check === 'root-not-used');
    expect(root?.evidence).toHaveProperty('reportGeneratedAt');
    expect(root?.evidence).not.toHaveProperty('readLiveAt');
  });

  it('reads users with failures alone: five calls each and one a key, and one for root', async () => {
    const { refresh } = await setAccount();
    const { report, refreshed, calls } = await refresh();
    const resting = new Set(
      usual
        .filter(({ needs, uses = [] }) => [...needs, ...uses].includes('credentialReport'))
        .map(({ id }) => id),
    );
    const concerned = new Set(
      report.findings
        .filter(({ outcome, check }) => outcome === 'fail' && resting.has(check))
        .flatMap(({ subject }) => /:user\/(.*)$/.exec(subject)?.[1] ?? []),
    );
    expect(concerned.size).toBeGreaterThan(2);
    expect(new Set(refreshed.users)).toEqual(concerned);
    const numbers = Map.groupBy(calls, ({ action }) => action);
    const keys = numbers.get('iam:GetAccessKeyLastUsed')?.length ?? 0;
    expect(Object.fromEntries([...numbers].map(([action, of]) => [action, of.length]))).toEqual({
      'iam:GetUser': concerned.size,
      'iam:GetLoginProfile': concerned.size,
      'iam:ListAccessKeys': concerned.size,
      'iam:ListMFADevices': concerned.size,
      'iam:ListSigningCertificates': concerned.size,
      'iam:GetAccessKeyLastUsed': keys,
      'iam:GetAccountSummary': 1,
    });
    expect(keys).toBeGreaterThan(0);
    expect(keys).toBeLessThanOrEqual(2 * concerned.size);
  });

  it.each([
    ['iam:GetLoginProfile', 'user-console-mfa', ''],
    ['iam:ListMFADevices', 'user-console-mfa', ''],
    ['iam:ListAccessKeys', 'key-age', '#key-1'],
    ['iam:GetUser', 'user-console-mfa', ''],
  ])('without %s that stays as the report says, with a note', async (permission, check, key) => {
    const { refresh } = await setAccount({ deny: [permission] });
    const { report, refreshed } = await refresh();
    const id = `${check}:${user('alice')}${key}`;
    expect(outcomeOf(report.findings, id)).toBe('fail');
    expect(refreshed.findings.find((each) => each.id === id)).toMatchObject({
      outcome: 'fail',
      evidence: { reportGeneratedAt: expect.any(String), notReadLive: [permission] },
    });
    expect(refreshed.confirmed).not.toContain(id);
    expect(refreshed.notes.join()).toContain(permission);
  });
});
