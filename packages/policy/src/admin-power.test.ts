import { describe, expect, it } from 'vitest';
import { type AdminPower, adminPower, weakerPower } from './admin-power.ts';
import type { PolicyStatement } from './document.ts';

const all: PolicyStatement = { Effect: 'Allow', Action: '*', Resource: '*' };
const mfa = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };

const cases: readonly (readonly [string, AdminPower, readonly PolicyStatement[]])[] = [
  ['star on star', 'full', [all]],
  ['service star action star', 'full', [{ ...all, Action: ['s3:Get*', '*:*'] }]],
  ['any ARN', 'full', [{ ...all, Resource: ['arn:aws:s3:::b', 'arn:*'] }]],
  ['one service', 'none', [{ ...all, Action: 's3:*' }]],
  ['one bucket', 'none', [{ ...all, Resource: 'arn:aws:s3:::b/*' }]],
  ['ARNs of one partition', 'none', [{ ...all, Resource: 'arn:aws:iam::*' }]],
  ['a condition', 'conditional', [{ ...all, Condition: mfa }]],
  ['a condition beside none', 'full', [{ ...all, Condition: mfa }, all]],
  ['an empty condition', 'full', [{ ...all, Condition: {} }]],
  ['denied', 'none', [all, { Effect: 'Deny', Action: '*', Resource: '*' }]],
  ['denied while', 'full', [all, { Effect: 'Deny', Action: '*', Resource: '*', Condition: mfa }]],
  ['denied in part', 'full', [all, { Effect: 'Deny', Action: 'iam:*', Resource: '*' }]],
  ['all but S3', 'not-action', [{ Effect: 'Allow', NotAction: 's3:*', Resource: '*' }]],
  ['all but IAM', 'none', [{ Effect: 'Allow', NotAction: ['IAM:*', 'sso:*'], Resource: '*' }]],
  [
    'all but reading IAM',
    'not-action',
    [{ Effect: 'Allow', NotAction: 'iam:Get*', Resource: '*' }],
  ],
  [
    'all but a bucket',
    'not-action',
    [{ Effect: 'Allow', Action: '*', NotResource: 'arn:aws:s3:::b' }],
  ],
  ['nothing', 'none', []],
];

describe('adminPower', () => {
  it.each(cases)('%s: %s', (_name, expected, Statement) => {
    expect(adminPower([{ Version: '2012-10-17', Statement }])).toBe(expected);
  });

  it('takes a deny in one document for all of them', () => {
    const deny = { Statement: { Effect: 'Deny' as const, Action: '*', Resource: '*' } };
    expect(adminPower([{ Statement: all }, deny])).toBe('none');
  });
});

describe('weakerPower', () => {
  it.each([
    ['full', 'none', 'none'],
    ['conditional', 'full', 'conditional'],
    ['not-action', 'full', 'not-action'],
  ] as const)('%s within %s is %s', (a, b, expected) => {
    expect(weakerPower(a, b)).toBe(expected);
    expect(weakerPower(b, a)).toBe(expected);
  });
});
