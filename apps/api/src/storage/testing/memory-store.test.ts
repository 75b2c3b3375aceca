import { expect, it } from 'vitest';
import type { RoleRequestFilter } from '../repositories/role-requests.ts';
import { memoryStore } from './memory-store.fixture.ts';
import { person, roleRequest } from './records.fixture.ts';

const requests = ['1', '2', '3'].map((id) =>
  roleRequest({
    id,
    state: id === '3' ? 'draft' : 'pending-approval',
    requester: person(id === '1' ? 'ada' : 'ben'),
    answerBy: `2026-11-2${id}T10:00:00.000Z`,
  }),
);
const { roleRequests, accounts } = memoryStore(requests);
const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);

it.each<[RoleRequestFilter, string[]]>([
  [{}, ['3', '2', '1']],
  [{ states: ['draft'] }, ['3']],
  [{ requesterId: person('ada').id }, ['1']],
  [{ approvers: ['group:leads'] }, ['3', '2', '1']],
  [{ approvers: ['group:others'] }, []],
  [{ createdBefore: '2026-11-21T11:00:00+01:00' }, []],
])('lists the newest first: %j', async (filter, ids) => {
  expect(idsOf((await roleRequests.list({ limit: 10, filter })).rows)).toEqual(ids);
});

it('goes on behind a page', async () => {
  const { next } = await roleRequests.list({ limit: 2 });
  expect(idsOf((await roleRequests.list({ limit: 2, after: next })).rows)).toEqual(['1']);
});

it('finds what nobody answered in time', async () => {
  expect(idsOf(await roleRequests.listLapsed('2026-11-22T10:00:00.000Z', 9))).toEqual(['1', '2']);
});

it('refuses what does not lie in memory', async () => {
  await expect(accounts.get('111122223333')).rejects.toThrow('in memory');
});
