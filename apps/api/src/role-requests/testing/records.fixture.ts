import type {
  Actor,
  ApprovalRule,
  DecisionRecord,
  GrantRecord,
  PrincipalMapping,
  RequestPreview,
  RoleRequestRecord,
} from '../../model/records.ts';

const issuer = 'https://id.example.com';
export const alice: Actor = { kind: 'person', id: `${issuer}|alice`, name: 'Alice' };
export const bob: Actor = { kind: 'person', id: `${issuer}|bob`, name: 'Bob' };
export const carol: Actor = { kind: 'person', id: `${issuer}|carol`, name: 'Carol' };
export const service: Actor = { kind: 'service', id: 'service', name: 'Rolecall' };

export const aliceMapping: PrincipalMapping = {
  subject: alice.id,
  accountId: '111122223333',
  principal: {
    kind: 'role-session',
    roleArn: 'arn:aws:iam::111122223333:role/people/Staff',
    sessionName: 'alice',
  },
};

export function requestOf(given: Partial<RoleRequestRecord> = {}): RoleRequestRecord {
  return {
    id: '0193b0c5-8f00-7abc-8def-0123456789ab',
    state: 'draft',
    requester: alice,
    accountId: '111122223333',
    blueprint: 'person-role',
    parameters: { managedPolicies: ['AmazonS3ReadOnlyAccess'] },
    reason: 'Looking into ticket 7',
    ticket: null,
    durationSeconds: 7200,
    answerBy: '2026-11-22T09:00:00Z',
    emergency: false,
    preview: null,
    approval: null,
    grantId: null,
    failure: null,
    revision: 1,
    createdAt: '2026-11-21T09:00:00Z',
    updatedAt: '2026-11-21T09:00:00Z',
    ...given,
  };
}

export function previewOf(given: Partial<RequestPreview> = {}): RequestPreview {
  return {
    planId: 'plan-1',
    plan: {},
    risk: 'low',
    grants: [],
    risks: [],
    refusals: [],
    roleArns: [],
    access: [],
    plannedAt: '2026-11-21T09:00:00Z',
    ...given,
  };
}

export function decisionOf(given: Partial<DecisionRecord> = {}): DecisionRecord {
  return {
    id: '0193b0c5-8f00-7abc-8def-00000000000d',
    requestId: requestOf().id,
    approver: bob,
    decision: 'approve',
    comment: '',
    planId: 'plan-1',
    valid: true,
    createdAt: '2026-11-21T09:30:00Z',
    ...given,
  };
}

export function grantOf(given: Partial<GrantRecord> = {}): GrantRecord {
  return {
    id: '0193b0c5-8f00-7abc-8def-00000000000a',
    requestId: requestOf().id,
    state: 'active',
    holder: alice,
    accountId: '111122223333',
    blueprint: 'person-role',
    roleArns: [],
    manifest: {},
    planId: 'plan-1',
    startsAt: '2026-11-21T10:00:00Z',
    expiresAt: '2026-11-21T12:00:00Z',
    endedAt: null,
    endedBy: null,
    endReason: null,
    failure: null,
    review: null,
    needsReview: false,
    recertifiedAt: null,
    revision: 1,
    createdAt: '2026-11-21T10:00:00Z',
    ...given,
  };
}

export function approvalRule(
  id: string,
  outcome: ApprovalRule['outcome'],
  when: ApprovalRule['when'] = {},
): ApprovalRule {
  return { id, when, outcome };
}
