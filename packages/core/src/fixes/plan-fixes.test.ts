import { describe, expect, it } from 'vitest';
import { findCheck } from '../checks/index.ts';
import { runChecks } from '../checks/run-checks.ts';
import { account, aSnapshot, now } from '../checks/testing/snapshot.fixture.ts';
import { checkSettingsSchema } from '../model/settings.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { planFixes } from './plan-fixes.ts';
import { readFixPlan } from './read-fix-plan.ts';

const settings = checkSettingsSchema.parse({});

function plan(ids: readonly string[], snapshot: Snapshot) {
  const checks = ids.flatMap((id) => findCheck(id) ?? []);
  const findings = runChecks({ checks, snapshot, settings, now });
  return planFixes(findings, {}, { snapshot, settings, partition: 'aws', details: new Map() });
}

const organization = { id: 'o-example', managementAccountId: account, featureSet: 'ALL' };
const management = aSnapshot({ organization, organizationsFeatures: null });

describe('planFixes', () => {
  it('turns trusted access on once, before each feature that needs it', () => {
    const { operations } = plan(
      ['org-root-credentials-management', 'org-root-sessions'],
      management,
    );
    const [trust, ...features] = operations;
    expect(operations.map(({ call }) => call.action)).toEqual([
      'organizations:EnableAWSServiceAccess',
      'iam:EnableOrganizationsRootCredentialsManagement',
      'iam:EnableOrganizationsRootSessions',
    ]);
    expect(trust?.findings).toHaveLength(2);
    expect(features.map(({ waitsFor }) => waitsFor)).toEqual([[trust?.id], [trust?.id]]);
  });

  it('asks for tokens that are valid everywhere', () => {
    const snapshot = aSnapshot({ accountSummary: { GlobalEndpointTokenVersion: 1 } });
    expect(plan(['sts-token-version'], snapshot).operations).toMatchObject([
      { before: 1, after: 2, call: { action: 'iam:SetSecurityTokenServicePreferences' } },
    ]);
  });

  it('is the same for the same account', () => {
    expect(plan(['org-root-sessions'], management)).toEqual(
      plan(['org-root-sessions'], management),
    );
  });
});

describe('readFixPlan', () => {
  const made = plan(['org-root-sessions'], management);
  const [first, ...rest] = made.operations;

  it('reads back what was written', () => {
    const { operations } = readFixPlan(JSON.parse(JSON.stringify(made)), 'fixes.json');
    expect(operations).toEqual(made.operations);
  });

  it.each([
    ['another account', { ...made, account: '999988887777' }],
    ['an operation less', { ...made, operations: rest }],
    ['another caution', { ...made, operations: [{ ...first, cautions: [] }, ...rest] }],
    ['another call', { ...made, operations: [{ ...first, call: { action: 'iam:DeleteUser' } }] }],
    ['another state', { ...made, operations: [{ ...first, after: false }, ...rest] }],
    [
      'another service',
      {
        ...made,
        operations: [{ ...first, target: { kind: 'trusted-access', service: 'x.amazonaws.com' } }],
      },
    ],
    ['no plan at all', { kind: 'fix-plan' }],
  ])('refuses %s', (_, value) => {
    expect(() => readFixPlan(value, 'fixes.json')).toThrow(
      expect.objectContaining({ code: 'PLAN_INVALID' }),
    );
  });
});
