import { afterAll, beforeAll, expect, test } from 'vitest';
import { lapseRuleChanges } from '../use-cases/rules/lapse-rule-changes.ts';
import {
  type Answered,
  ask,
  openServiceStage,
  type ServiceStage,
} from './testing/service-stage.fixture.ts';

let stage: ServiceStage;
let time = Date.parse('2026-11-21T10:00:00.000Z');
beforeAll(async () => {
  stage = await openServiceStage({ fourEyes: true, now: () => new Date(time) });
}, 120_000);
afterAll(() => stage?.close());

const input = (more: object = {}) => ({
  ...{ name: 'Shop', access: { kind: 'sandbox', scenario: 'good' } },
  ...{ environment: 'production', owner: 'team-shop', scope: 'rolecall', ...more },
});
const decide = ({ location }: Answered, as: 'ada' | 'ben' = 'ben', decision = 'approve') =>
  ask(stage, `POST ${location}/decision`, {
    as: `administrator/${as}`,
    body: { decision },
    headers: { 'if-match': '"0"' },
  });

let count = 0;
/** Registered by two. */
async function addAccount() {
  count += 1;
  const path = `/v1/accounts/${String(700_000_000_000 + count)}` as const;
  const asked = await ask(stage, `PUT ${path}`, { body: input() });
  expect(asked).toMatchObject({ status: 202, body: { target: path, proposed: input() } });
  expect(await ask(stage, `GET ${path}`)).toMatchObject({ status: 404 });
  expect(await decide(asked, 'ada')).toMatchObject({ body: { code: 'self-approval' } });
  expect(await decide(asked)).toMatchObject({ body: { state: 'applied' } });
  const change = async (more: object) => {
    const headers = { 'if-match': (await ask(stage, `GET ${path}`)).etag };
    return ask(stage, `PUT ${path}`, { body: input(more), headers });
  };
  return { path, change };
}

test('an account is there once a second person has agreed', async () => {
  const { path } = await addAccount();
  expect((await ask(stage, `GET ${path}`)).body).toMatchObject(input());
});

test.each([
  ['environment', { environment: 'sandbox' }],
  ['owner', { owner: 'team-other' }],
  ['scope', { scope: 'shop' }],
  ['way in', { access: { kind: 'sandbox', scenario: 'neglected' } }],
])('another %s waits', async (_, more) => {
  const { path, change } = await addAccount();
  const asked = await change(more);
  expect(asked).toMatchObject({ status: 202, body: { state: 'pending', target: path } });
  expect((await ask(stage, `GET ${path}`)).body).toMatchObject(input());
  expect(await decide(asked)).toMatchObject({ body: { state: 'applied' } });
  expect((await ask(stage, `GET ${path}`)).body).toMatchObject(input(more));
});

test('another name does not, and what was proposed before it is superseded', async () => {
  const { path, change } = await addAccount();
  const asked = await change({ environment: 'sandbox' });
  expect(await change({ name: 'Web shop' })).toMatchObject({ status: 200 });
  expect(await decide(asked)).toMatchObject({ body: { state: 'superseded' } });
  expect((await ask(stage, `GET ${path}`)).body).toMatchObject(input({ name: 'Web shop' }));
});

test('trying to reach an account does not supersede what is proposed for it', async () => {
  const { path, change } = await addAccount();
  const asked = await change({ owner: 'team-other' });
  const headers = { 'if-match': (await ask(stage, `GET ${path}`)).etag };
  await ask(stage, `POST ${path}/verification`, { headers });
  expect(await decide(asked)).toMatchObject({ body: { state: 'applied' } });
});

test('an account that was removed comes back by two people only', async () => {
  const { path } = await addAccount();
  const headers = { 'if-match': (await ask(stage, `GET ${path}`)).etag };
  expect(await ask(stage, `DELETE ${path}`, { headers })).toMatchObject({ status: 204 });
  const body = input({ environment: 'sandbox' });
  expect(await ask(stage, `PUT ${path}`, { body })).toMatchObject({ status: 202 });
  expect(await ask(stage, `GET ${path}`)).toMatchObject({ status: 404 });
});

const ana = encodeURIComponent('https://id.example.com|ada');
const ben = encodeURIComponent('https://id.example.com|ben');
const map = (subject: string, sessionName: string) => {
  const roleArn = 'arn:aws:iam::111122223333:role/Staff';
  const body = { principal: { kind: 'role-session', roleArn, sessionName } };
  return ask(stage, `PUT /v1/principal-mappings/${subject}/*`, { body });
};

test('a change that waits too long lapses', async () => {
  const asked = await map(ana, 'late');
  time += 14 * 86_400_000;
  expect(await decide(asked)).toMatchObject({ status: 409, body: { code: 'state-conflict' } });
  await lapseRuleChanges(stage.deps);
  expect((await ask(stage, `GET ${asked.location}`)).body).toMatchObject({
    state: 'lapsed',
    decidedBy: { kind: 'service' },
  });
});

test('what a leaver proposed is withdrawn', async () => {
  const body = { text: 'version: 1\nscopes: [shop]\n' };
  const headers = { 'if-match': (await ask(stage, 'GET /v1/guardrails')).etag };
  const asked = await ask(stage, 'PUT /v1/guardrails', { as: 'administrator/zoe', body, headers });
  const leaver = encodeURIComponent('https://id.example.com|zoe');
  const left = await ask(stage, `POST /v1/leavers/${leaver}/revocation`, {
    body: { reason: 'She has left the company.' },
  });
  const id = asked.location.replace('/v1/rule-changes/', '');
  expect(left).toMatchObject({ status: 202, body: { ruleChanges: [id] } });
  expect((await ask(stage, `GET ${asked.location}`)).body).toMatchObject({ state: 'withdrawn' });
  expect(await decide(asked)).toMatchObject({ status: 412 });
});

test('two subjects with one principal of AWS are one person', async () => {
  expect(await decide(await map(ana, 'ada'), 'ben')).toMatchObject({ body: { state: 'applied' } });
  expect(await decide(await map(ben, 'Ada'), 'ben')).toMatchObject({ body: { state: 'applied' } });
  const { path } = { path: encodeURIComponent('https://id.example.com|carl') };
  const asked = await map(path, 'carl');
  expect(await decide(asked, 'ben')).toMatchObject({ body: { code: 'self-approval' } });
});
