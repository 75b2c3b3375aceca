import { expect, it } from 'vitest';
import { readInputs } from './inputs.ts';

const read = (given: Readonly<Record<string, string>>) => readInputs((name) => given[name] ?? '');

it('takes everything left out for its default', () => {
  expect(read({})).toEqual({
    mode: 'plan',
    manifest: 'rolecall.yaml',
    policies: [],
    account: undefined,
    roleToAssume: undefined,
    region: undefined,
    failOn: undefined,
    allowDestroy: false,
    maxDeletes: undefined,
    approval: 'none',
    comment: 'sticky',
    commentTag: 'default',
    annotations: true,
    sarifFile: undefined,
    profile: undefined,
    exceptions: '.rolecall/exceptions.yaml',
    compare: undefined,
    htmlFile: undefined,
    jsonFile: undefined,
    snapshot: undefined,
    guardrails: 'rolecall-guardrails.yaml',
    planId: undefined,
    driftIssue: false,
    timeout: 1_800_000,
    githubToken: undefined,
  });
});

it.each([
  ['policies', 'iam/**/*.json\n\n  cfn/*.yaml \n', { policies: ['iam/**/*.json', 'cfn/*.yaml'] }],
  ['account', '000000000001', { account: '000000000001' }],
  ['guardrails', './iam/../guardrails.yaml', { guardrails: 'guardrails.yaml' }],
  [
    'role-to-assume',
    'arn:aws-cn:iam::111122223333:role/rolecall-core/rolecall-apply',
    { roleToAssume: 'arn:aws-cn:iam::111122223333:role/rolecall-core/rolecall-apply' },
  ],
  ['fail-on', 'critical', { failOn: 'critical' }],
  ['fail-on', 'never', { failOn: 'never' }],
  ['allow-destroy', 'true', { allowDestroy: true }],
  ['max-deletes', '0', { maxDeletes: 0 }],
  ['timeout', '5', { timeout: 300_000 }],
  ['region', 'us-gov-west-1', { region: 'us-gov-west-1' }],
  ['profile', 'cis-7.0', { profile: 'cis-7.0' }],
  ['exceptions', './iam/exceptions.yaml', { exceptions: 'iam/exceptions.yaml' }],
  ['html-file', 'rolecall.html', { htmlFile: 'rolecall.html' }],
])('reads %s %j', (name, value, expected) => {
  expect(read({ [name]: value })).toMatchObject(expected);
});

it.each([
  ['mode', 'destroy'],
  ['account', '12345678901'],
  ['account', '111122223333; rm -rf /'],
  ['role-to-assume', 'deployer'],
  ['role-to-assume', 'arn:aws:iam::111122223333:user/ada'],
  ['region', 'Frankfurt'],
  ['fail-on', 'grave'],
  ['allow-destroy', 'yes'],
  ['max-deletes', '-1'],
  ['max-deletes', '1e3'],
  ['max-deletes', '1001'],
  ['approval', 'any'],
  ['comment', 'loud'],
  ['comment-tag', 'a --> b'],
  ['comment-tag', 'x'.repeat(65)],
  ['annotations', '1'],
  ['plan-id', 'abc'],
  ['timeout', '9999'],
  ['profile', 'CIS 7'],
])('refuses %s %j', (name, value) => {
  expect(() => read({ [name]: value })).toThrow(
    expect.objectContaining({ code: 'USAGE', message: expect.stringContaining(`"${name}"`) }),
  );
});
