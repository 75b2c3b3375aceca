import type { Json } from '@rolecall/policy';
import { expect, test } from 'vitest';
import type { Finding, Outcome } from '../model/finding.ts';
import type { CheckSettings } from '../model/settings.ts';
import type { Automation } from './framework.ts';
import { findProfile, type Profile } from './profiles.ts';
import { reportCompliance } from './report-compliance.ts';

const now = new Date('2026-11-20T12:00:00Z');

function daysAgo(days: number): string {
  return new Date(now.getTime() - days * 86_400_000).toISOString();
}

/** `check outcome`, with `#key` behind the check where it says several things. */
function finding(text: string, evidence: { readonly [name: string]: Json } = {}): Finding {
  const [name = '', outcome = ''] = text.split(' ');
  const [check = ''] = name.split('#');
  const subject = 'arn:aws:iam::111122223333:root';
  return {
    ...{ id: name, check, severity: 'low', subject, message: '', remedy: '', evidence },
    outcome: outcomeNamed(outcome),
  };
}

function outcomeNamed(name: string): Outcome {
  switch (name) {
    case 'pass':
    case 'fail':
    case 'warn':
    case 'manual':
    case 'not-applicable':
    case 'unknown':
      return name;
    default:
      throw new Error(`no outcome ${name}`);
  }
}

function profileOf(automation: Automation): Profile {
  const framework = {
    ...{ name: 'test', title: 'Test', version: '1', asOf: '2026-11-20', scope: '' },
    source: 'https://example.com',
    controls: [{ id: '1', title: 'One', automation }],
  };
  return { name: 'test', title: 'Test', framework };
}

function statusOf(automation: Automation, findings: readonly Finding[]): string {
  const [control] = reportCompliance({ profile: profileOf(automation), findings, now }).controls;
  return [control?.status, ...(control?.findings ?? [])].join(' ');
}

function byChecks(...checks: readonly string[]): Automation {
  return { kind: 'checks', checks: [...checks], settings: {} };
}

test.each([
  ['user-any-mfa', ['user-any-mfa pass'], 'pass user-any-mfa'],
  ['user-any-mfa', ['user-any-mfa#a pass', 'user-any-mfa#b fail'], 'fail user-any-mfa#b'],
  ['user-any-mfa', ['user-any-mfa#a fail', 'user-any-mfa#b unknown'], 'fail user-any-mfa#a'],
  ['user-any-mfa', ['user-any-mfa#a warn', 'user-any-mfa#b unknown'], 'unknown user-any-mfa#b'],
  ['user-any-mfa', ['user-any-mfa#a warn', 'user-any-mfa#b pass'], 'manual user-any-mfa#a'],
  ['user-any-mfa', ['user-any-mfa manual'], 'manual user-any-mfa'],
  ['user-any-mfa', ['user-any-mfa not-applicable'], 'not-applicable user-any-mfa'],
  ['user-any-mfa', ['key-age fail'], 'unknown'],
  ['user-any-mfa', [], 'unknown'],
  ['no-such-check', [], 'unknown'],
  ['key-age root-not-used', ['key-age pass', 'root-not-used fail'], 'fail root-not-used'],
  ['key-age root-not-used', ['key-age pass'], 'unknown'],
  ['key-age root-not-used', ['key-age fail'], 'fail key-age'],
  ['key-age root-not-used', ['key-age not-applicable', 'root-not-used pass'], 'pass root-not-used'],
])('a control of %s is, after %j, %s', (checks, findings, expected) => {
  const automation = byChecks(...checks.split(' '));
  expect(
    statusOf(
      automation,
      findings.map((text) => finding(text)),
    ),
  ).toBe(expected);
});

test.each([
  ['pass', 'manual'],
  ['fail', 'fail root-not-used'],
  ['unknown', 'unknown root-not-used'],
  ['not-applicable', 'not-applicable root-not-used'],
])('what checks see only in part is, when they %s, %s', (outcome, expected) => {
  const automation: Automation = {
    ...{ kind: 'checks', checks: ['root-not-used'], settings: {}, remainder: 'Ask.' },
  };
  expect(statusOf(automation, [finding(`root-not-used ${outcome}`)])).toBe(expected);
});

test.each<[Automation, string]>([
  [{ kind: 'manual', words: 'Ask.' }, 'manual'],
  [{ kind: 'not-automatable', why: 'No API.' }, 'manual'],
  [{ kind: 'unmapped', why: 'Unknown.' }, 'unknown'],
])('what no check answers, %j, is %s', (automation, expected) => {
  expect(statusOf(automation, [finding('root-not-used pass')])).toBe(expected);
});

test.each<[string, Finding, Readonly<Record<string, string>>]>([
  [
    'a key unused for 60 days',
    finding('key-unused fail', { lastUsedAt: daysAgo(60), lastRotatedAt: daysAgo(300) }),
    { 'IAM.8': 'pass', 'IAM.22': 'fail' },
  ],
  [
    'a key unused for exactly 90 days',
    finding('key-unused fail', { lastUsedAt: daysAgo(90) }),
    { 'IAM.8': 'pass', 'IAM.22': 'fail' },
  ],
  [
    'a key never used in 91 days',
    finding('key-unused fail', { lastUsedAt: null, lastRotatedAt: daysAgo(91) }),
    { 'IAM.8': 'fail', 'IAM.22': 'fail' },
  ],
  [
    'a key without dates',
    finding('key-unused fail', { lastUsedAt: null, lastRotatedAt: null }),
    { 'IAM.8': 'unknown', 'IAM.22': 'fail' },
  ],
  [
    'ten characters',
    finding('password-min-length fail', { MinimumPasswordLength: 10 }),
    { 'IAM.7': 'pass', 'IAM.10': 'pass', 'IAM.15': 'fail' },
  ],
  [
    'seven characters',
    finding('password-min-length fail', { MinimumPasswordLength: 7 }),
    { 'IAM.7': 'fail', 'IAM.10': 'pass', 'IAM.15': 'fail' },
  ],
  [
    'five passwords remembered',
    finding('password-reuse fail', { PasswordReusePrevention: 5 }),
    { 'IAM.10': 'pass', 'IAM.16': 'fail' },
  ],
  [
    'passwords that never expire',
    finding('password-max-age fail', { MaxPasswordAge: null }),
    { 'IAM.10': 'fail', 'IAM.17': 'fail' },
  ],
])('%s: each control of Security Hub is judged by its own limit', (_, judged, expected) => {
  const controls = statusesOf({ name: 'security-hub', judged });
  expect(controls).toMatchObject(expected);
});

test.each<[string, Partial<CheckSettings>, string]>([
  ['without settings', {}, 'fail'],
  // The framework asks for 45, so what is stricter fails the check and not the control.
  ['with 30 days', { credentialUnusedDays: 30 }, 'fail'],
])('a password unused for 60 days, %s', (_, explicit, expected) => {
  const judged = finding('user-password-unused fail', { countedFrom: daysAgo(60) });
  expect(statusesOf({ name: 'cis-7.0', judged, explicit })['2.11']).toBe(expected);
});

test('a limit that the team tightened fails the check and not the control', () => {
  const judged = finding('user-password-unused fail', { countedFrom: daysAgo(40) });
  const explicit = { credentialUnusedDays: 30 };
  expect(statusesOf({ name: 'cis-7.0', judged, explicit })['2.11']).toBe('pass');
});

test('a limit that the team loosened is told beside the control', () => {
  const profile = findProfile('cis-7.0');
  if (profile === undefined) throw new Error('no profile cis-7.0');
  const explicit = { credentialUnusedDays: 60, accessKeyMaxAgeDays: 30 };
  const { controls } = reportCompliance({ profile, findings: [], explicit, now });
  expect(
    controls.flatMap(({ control, loosened }) => loosened.map((each) => [control.id, each])),
  ).toEqual([['2.11', { setting: 'credentialUnusedDays', wanted: 45, ran: 60 }]]);
});

test('our own profiles answer to no controls', () => {
  const profile = { name: 'default', title: '' };
  expect(reportCompliance({ profile, findings: [finding('key-age fail')], now })).toEqual({
    profile,
    controls: [],
  });
});

interface Judged {
  readonly name: string;
  readonly judged: Finding;
  readonly explicit?: Partial<CheckSettings>;
}

/** Statuses by control, where every other check of the framework passes. */
function statusesOf({ name, judged, explicit = {} }: Judged): Readonly<Record<string, string>> {
  const profile = findProfile(name);
  if (profile === undefined) throw new Error(`no profile ${name}`);
  const others = (profile.framework?.controls ?? [])
    .flatMap(({ automation }) => (automation.kind === 'checks' ? automation.checks : []))
    .filter((check) => check !== judged.check)
    .map((check) => finding(`${check} pass`));
  const { controls } = reportCompliance({ profile, findings: [judged, ...others], explicit, now });
  return Object.fromEntries(controls.map(({ control, status }) => [control.id, status]));
}
