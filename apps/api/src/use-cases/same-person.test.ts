import { afterAll, beforeAll, expect, test } from 'vitest';
import { person } from '../storage/testing/records.fixture.ts';
import { closeStage, openMemoryStage, type Stage } from '../storage/testing/stage.fixture.ts';
import { isSamePerson, notePerson, personBehind } from './same-person.ts';

const now = new Date('2026-11-21T10:00:00.000Z');
const callerOf = (name: string, email?: string) => ({
  actor: person(name),
  ...(email === undefined ? {} : { email }),
});
const mappingOf = (name: string, sessionName: string) => ({
  subject: person(name).id,
  accountId: '*' as const,
  principal: {
    kind: 'role-session' as const,
    roleArn: 'arn:aws:iam::111122223333:role/Staff',
    sessionName,
  },
});

let stage: Stage;
beforeAll(async () => {
  stage = await openMemoryStage();
  await stage.store.transaction(async (tx) => {
    await notePerson(tx, callerOf('ada', 'ada@example.com'), now);
    await notePerson(tx, callerOf('ada', 'ada@example.com'), now);
    await notePerson(tx, callerOf('carl'), now);
    await tx.principalMappings.put(mappingOf('dora', 'd'));
    await tx.principalMappings.put({ ...mappingOf('dora-2', 'D'), accountId: '111122223333' });
    await tx.principalMappings.put(mappingOf('eve', 'e'));
  });
}, 120_000);
afterAll(() => closeStage(stage));

test.each([
  ['the same subject', callerOf('carl'), 'carl', true],
  ['the same address', callerOf('ada-2', 'ada@example.com'), 'ada', true],
  ['an address noted before', callerOf('ada'), 'ada-2', false],
  ['another address', callerOf('ada-2', 'ada@example.org'), 'ada', false],
  ['no address known', callerOf('ada-2'), 'carl', false],
  ['the same principal', callerOf('dora'), 'dora-2', true],
  ['another session of the role', callerOf('dora'), 'eve', false],
  ['no principal known', callerOf('dora'), 'carl', false],
] as const)('one person or two: %s', async (_, caller, other, expected) => {
  expect(await isSamePerson(stage.store, caller, person(other).id)).toBe(expected);
});

test('an address is kept as a digest', async () => {
  const held = await stage.store.settings.get(`person/${person('ada').id}`);
  expect(held).toMatchObject({
    revision: 1,
    value: { email: expect.stringMatching(/^[0-9a-f]{64}$/) },
  });
});

test('of who is no API token, and of one that is not there, nobody is behind', async () => {
  expect(await personBehind(stage.store, person('ada'))).toBe(person('ada').id);
  expect(await personBehind(stage.store, { id: 'token:gone' })).toBe('token:gone');
});
