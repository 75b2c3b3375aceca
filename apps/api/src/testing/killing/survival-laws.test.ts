import { expect, test } from 'vitest';
import { eventNotice } from '../../notify/event-notice.ts';
import type { Evidence } from './evidence.fixture.ts';
import { brokenLaws } from './survival-laws.fixture.ts';
import { nothingTold, type ToldRequest } from './told.fixture.ts';

// Laws that have never failed are decoration: each is broken once.

const now = '2026-11-21T10:00:00.000Z';
const accountId = '200000000001';
const id = '0193b0c5-8f00-7abc-8def-00000000000a';
const owner = 'rq-00000000000a';
const arn = `arn:aws:iam::${accountId}:role/rolecall/${owner}/Support`;
const role = { accountId, owner, name: 'Support' };

const decided: ToldRequest = { id, kind: 'role', decision: 'approve', decisionId: 'd' };
const eventOf = (type: string, sequence: number): Evidence['events'][number] => ({
  ...{ sequence, at: now, type, subject: `grants/${id}`, accountId, data: { state: 'active' } },
  ...{ actor: { kind: 'service', id: 'service', name: 'Rolecall' }, hash: '', previousHash: '' },
});
const activated = eventOf('grant.activated', 2);
const body = JSON.stringify(eventNotice(activated));

const well: Evidence = {
  told: { ...nothingTold(), requests: [decided] },
  requests: [{ id, state: 'fulfilled', grantId: id }],
  grants: [{ id, state: 'active', roleArns: [arn], accountId }],
  decisions: [{ id: 'd', requestId: id }],
  created: [{ ...role, outcome: 'ok' }],
  living: [{ ...role, arn }],
  audit: { kind: 'intact' },
  events: [eventOf('webhook-endpoint.created', 1), activated],
  received: [{ id: 'w', body }],
  outbox: [],
  stuck: [],
  now,
};

const told = well.told;
const pending = { id: 'w', state: 'pending', eventType: 'grant.activated' } as const;

test.each<[string, Partial<Evidence>, RegExp]>([
  ['a request that was answered is gone', { requests: [] }, /answered and is lost/],
  ['a job is lost', { requests: [{ id, state: 'approved', grantId: null }] }, /is approved, not/],
  ['a request is made twice', { told: { ...told, requests: [] } }, /made twice/],
  [
    'a decision is counted twice',
    { decisions: [...well.decisions, { id: 'e', requestId: id }] },
    /has the decisions \[d,e\]/,
  ],
  ['a role is made twice', { created: [...well.created, ...well.created] }, /provisioned twice/],
  [
    'a second role is tried',
    { created: [...well.created, { ...role, outcome: 'EntityAlreadyExists' }] },
    /provisioned twice/,
  ],
  ['nothing was made', { created: [] }, /never provisioned/],
  ['a role is gone', { living: [] }, /granted and gone/],
  [
    'a role is half made',
    { living: [...well.living, { ...role, arn: `${arn}-other` }] },
    /is nobody's/,
  ],
  [
    'a grant has no role',
    { grants: [{ id, state: 'active', roleArns: [], accountId }] },
    /0 roles/,
  ],
  ['a revoked grant lives', { told: { ...told, revoked: [id] } }, /is active, not revoked/],
  ['something happens twice', { events: [...well.events, activated] }, /happened twice/],
  ['the chain breaks', { audit: { kind: 'broken' } }, /chain/],
  ['nobody is told', { received: [] }, /1 notices were never told/],
  [
    'it is told under two ids',
    { received: [...well.received, { id: 'v', body }] },
    /told under 2 ids/,
  ],
  ['it is told of nothing', { received: [{ id: 'v', body: '{}' }] }, /told under 1 ids, not 0/],
  [
    'a delivery waits too long',
    { outbox: [{ ...pending, nextAttemptAt: '2026-11-21T10:03:00.000Z' }] },
    /longer than a claim/,
  ],
  [
    'a delivery is given up',
    { outbox: [{ ...pending, state: 'abandoned', nextAttemptAt: null }] },
    /was given up/,
  ],
  ['a lease stays', { stuck: ['account is leased: 1'] }, /stuck: account is leased/],
  ['an answer is a fault', { told: { ...told, outcomes: new Map([['500', 1]]) } }, /answered 500/],
  ['a proxy answers', { told: { ...told, outcomes: new Map([['503 bare', 1]]) } }, /503 bare/],
  ['an answer does not fit', { told: { ...told, surprises: ['refused: 412'] } }, /surprise/],
])('is reported when %s', (_, changes, expected) => {
  expect(brokenLaws({ ...well, ...changes }).join('\n')).toMatch(expected);
});

test('nothing is reported when all is well, or still to come', () => {
  expect(brokenLaws(well)).toEqual([]);
  const toCome = [{ ...pending, nextAttemptAt: '2026-11-21T10:01:00.000Z' }];
  expect(brokenLaws({ ...well, received: [], outbox: toCome })).toEqual([]);
});
