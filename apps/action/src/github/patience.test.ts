import nock from 'nock';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openGitHub } from './github.ts';
import { statusOf } from './patience.ts';

const api = 'https://api.github.com';
const repo = '/repos/acme/iam';
let slept: number[] = [];

function open() {
  slept = [];
  const sleep = async (ms: number) => void slept.push(ms);
  const patience = { sleep, signal: new AbortController().signal };
  return openGitHub('ghs_example', { owner: 'acme', name: 'iam' }, patience);
}

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  expect(nock.pendingMocks()).toEqual([]);
  nock.cleanAll();
});

const read = async () => {
  const { octokit, repo: about } = open();
  return octokit.rest.pulls.get({ ...about, pull_number: 1 });
};
const write = async () => {
  const { octokit, repo: about } = open();
  return octokit.rest.issues.createComment({ ...about, issue_number: 1, body: 'hello' });
};

it('reads again after faults of GitHub', async () => {
  nock(api).get(`${repo}/pulls/1`).times(2).reply(502).get(`${repo}/pulls/1`).reply(200, {});
  expect((await read()).status).toBe(200);
  expect(slept).toEqual([500, 1000]);
});

it('gives up in the end', async () => {
  nock(api).get(`${repo}/pulls/1`).times(4).reply(502);
  expect(statusOf(await read().catch((error: unknown) => error))).toBe(502);
});

it('does not write twice what may have been written', async () => {
  nock(api).post(`${repo}/issues/1/comments`).reply(502);
  expect(statusOf(await write().catch((error: unknown) => error))).toBe(502);
  expect(slept).toEqual([]);
});

it.each([
  [403, { message: 'You have exceeded a secondary rate limit.' }, { 'retry-after': '7' }, 7000],
  [429, { message: 'Slow down.' }, { 'retry-after': '0' }, 0],
  [403, { message: 'You have exceeded a secondary rate limit.' }, {}, 2000],
  [403, { message: 'API rate limit exceeded.' }, { 'x-ratelimit-remaining': '0' }, 2000],
])('waits as long as it is asked to (%i %j)', async (status, body, headers, wait) => {
  nock(api)
    .post(`${repo}/issues/1/comments`)
    .reply(status, body, headers)
    .post(`${repo}/issues/1/comments`)
    .reply(201, { id: 1 });
  expect((await write()).status).toBe(201);
  expect(slept).toEqual([wait]);
});

it.each([
  [403, { message: 'Resource not accessible by integration' }, {}],
  [404, { message: 'Not Found' }, {}],
  [422, { message: 'Validation Failed' }, {}],
  [429, { message: 'Slow down.' }, { 'retry-after': '3600' }],
])('takes %i %j for an answer', async (status, body, headers) => {
  nock(api).post(`${repo}/issues/1/comments`).reply(status, body, headers);
  expect(statusOf(await write().catch((error: unknown) => error))).toBe(status);
  expect(slept).toEqual([]);
});
