import type {
  Actor,
  ApplicationRecord,
  CheckRunRecord,
  CheckRunRequest,
  GrantRecord,
  GuideWalkRecord,
  PlanSetMemberRecord,
  PlanSetRecord,
  RoleRequestRecord,
  SecretRecord,
} from '../../model/records.ts';

export const now = '2026-11-21T10:00:00.000Z';

export function person(name: string): Actor {
  return { kind: 'person', id: `https://issuer.example|${name}`, name };
}

export function roleRequest(fields: Partial<RoleRequestRecord> = {}): RoleRequestRecord {
  return {
    id: 'request-1',
    state: 'pending-approval',
    requester: person('ada'),
    accountId: '111122223333',
    blueprint: 'read-only',
    parameters: { team: 'core', depth: [1, { of: null }] },
    reason: 'look at a bill',
    ticket: null,
    durationSeconds: 3600,
    answerBy: '2026-11-22T10:00:00.000Z',
    emergency: false,
    preview: null,
    approval: { method: 'reviewed', rule: 'default', needed: 1, approvers: ['group:leads'] },
    grantId: null,
    failure: null,
    revision: 1,
    createdAt: now,
    updatedAt: now,
    ...fields,
  };
}

export function grant(fields: Partial<GrantRecord> = {}): GrantRecord {
  return {
    id: 'grant-1',
    requestId: 'request-1',
    state: 'active',
    holder: person('ada'),
    accountId: '111122223333',
    blueprint: 'read-only',
    roleArns: ['arn:aws:iam::111122223333:role/a,b', 'arn:aws:iam::111122223333:role/"c"'],
    manifest: ['a manifest', { may: 'be' }, null],
    planId: 'plan-1',
    startsAt: now,
    expiresAt: '2026-11-21T11:00:00.000Z',
    endedAt: null,
    endedBy: null,
    endReason: null,
    failure: null,
    review: null,
    needsReview: false,
    recertifiedAt: null,
    revision: 1,
    createdAt: now,
    ...fields,
  };
}

/** All checks but those on request, and nothing else. */
export const everyCheck: CheckRunRequest = {
  profile: null,
  checks: null,
  settings: {},
  exceptions: [],
  fresh: false,
  fixes: false,
};

export function checkRun(fields: Partial<CheckRunRecord> = {}): CheckRunRecord {
  return {
    id: 'run-1',
    accountId: '111122223333',
    state: 'queued',
    requestedBy: person('ada'),
    request: everyCheck,
    counts: {},
    openBySeverity: {},
    score: null,
    failure: null,
    revision: 1,
    createdAt: now,
    finishedAt: null,
    ...fields,
  };
}

export function guideWalk(fields: Partial<GuideWalkRecord> = {}): GuideWalkRecord {
  return {
    id: 'walk-1',
    accountId: '111122223333',
    guide: 'aws-account',
    state: 'queued',
    requestedBy: person('ada'),
    request: { values: {}, steps: [], includeRetired: false, manifest: null, settings: {} },
    counts: {},
    result: null,
    failure: null,
    revision: 1,
    createdAt: now,
    finishedAt: null,
    ...fields,
  };
}

export function planSet(fields: Partial<PlanSetRecord> = {}): PlanSetRecord {
  return {
    id: 'set-1',
    scope: 'platform',
    state: 'queued',
    requestedBy: person('ada'),
    request: { text: 'version: 1', includeRetired: false },
    failure: null,
    revision: 1,
    createdAt: now,
    finishedAt: null,
    ...fields,
  };
}

export function planSetMember(fields: Partial<PlanSetMemberRecord> = {}): PlanSetMemberRecord {
  return {
    ...{ setId: 'set-1', position: 0, name: 'shop', accountId: '111122223333', partition: 'aws' },
    ...{ tags: ['live'], state: 'waiting', planId: null, summary: null, failure: null },
    ...fields,
  };
}

export function applicationOf(fields: Partial<ApplicationRecord> = {}): ApplicationRecord {
  return {
    id: 'application-1',
    planId: 'plan-1',
    accountId: '111122223333',
    state: 'queued',
    requestedBy: person('ada'),
    report: null,
    failure: null,
    revision: 1,
    createdAt: now,
    finishedAt: null,
    ...fields,
  };
}

export function secretOf(fields: Partial<SecretRecord> = {}): SecretRecord {
  return {
    id: 'secret-1',
    applicationId: 'application-1',
    accountId: '111122223333',
    user: 'ada',
    kind: 'password',
    accessKeyId: null,
    recipients: ['SHA256:7ZsZTe6vEkBVCmtzAHZyP3RVGeVFn0tyrDg6pSoLsBI'],
    state: 'waiting',
    settled: true,
    revision: 1,
    createdAt: now,
    expiresAt: '2026-11-22T10:00:00.000Z',
    readBy: null,
    readAt: null,
    ...fields,
  };
}
