import { readdirSync, readFileSync } from 'node:fs';
import { createAccountPort, createClients } from '@rolecall/aws';
import { checkAccount, checkSettingsSchema, checks, type Finding } from '@rolecall/core';
import { createSandbox, parseScenario } from '@rolecall/sandbox';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { account, createClock } from './testing/account.fixture.ts';

const folder = new URL('../accounts/', import.meta.url);
const files = readdirSync(folder).toSorted();

interface JudgedAccount {
  /** What somebody might get wrong. */
  readonly idea: string;
  readonly partition?: string;
  /** Of the checks. */
  readonly settings?: object;
  /** A scenario of the sandbox. */
  readonly account: object;
  /**
   * Check → what comes after the account id in the subject's ARN, and the key → outcome. `fine`: it
   * passes, does not apply, or nothing is said.
   */
  readonly expect: { readonly [check: string]: { readonly [subject: string]: string } };
}

const regions: Readonly<Record<string, string>> = { 'aws-us-gov': 'us-gov-west-1' };

test.each(files)('%s', async (file) => {
  const judged = readJudged(file);
  const findings = await check(judged);
  const found = new Map(
    findings.map((finding) => [`${finding.check} ${labelOf(finding)}`, finding]),
  );
  const expected = Object.entries(judged.expect).flatMap(([id, subjects]) =>
    Object.entries(subjects).map(([label, outcome]) => [`${id} ${label}`, outcome] as const),
  );
  expect(Object.fromEntries(expected.map(([key]) => [key, outcomeOf(found.get(key))]))).toEqual(
    Object.fromEntries(expected),
  );
  expect(new Set(findings.map(({ check: id }) => id))).toEqual(new Set(Object.keys(judged.expect)));
  expect(findings.filter(({ evidence }) => 'error' in evidence)).toEqual([]);
});

test('each has its own idea, and there are enough of them', () => {
  const ideas = files.map((file) => readJudged(file).idea);
  expect(new Set(ideas).size).toBe(ideas.length);
  expect(ideas.length).toBeGreaterThanOrEqual(60);
});

function readJudged(file: string): JudgedAccount {
  return parse(readFileSync(new URL(file, folder), 'utf8'));
}

async function check(judged: JudgedAccount): Promise<readonly Finding[]> {
  const { partition = 'aws', expect: wanted } = judged;
  const settings = checkSettingsSchema.parse(judged.settings ?? {});
  const clock = createClock();
  const scenario = parseScenario(JSON.stringify(judged.account), 'account');
  const sandbox = createSandbox({ now: clock.now, accountId: account, partition, scenario });
  const clients = createClients({
    region: regions[partition] ?? 'us-east-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' },
    requestHandler: sandbox.requestHandler,
  });
  const asked = checks.filter(({ id }) => id in wanted);
  const port = createAccountPort(clients, clock);
  const report = await checkAccount({ port, checks: asked, settings, now: clock.now() });
  return report.findings;
}

function labelOf({ id, check: name, subject }: Finding): string {
  const resource = subject.split(':').slice(5).join(':');
  return `${resource}${id.slice(name.length + 1 + subject.length)}`;
}

function outcomeOf(finding: Finding | undefined): string {
  const { outcome } = finding ?? { outcome: 'pass' };
  return outcome === 'pass' || outcome === 'not-applicable' ? 'fine' : outcome;
}
