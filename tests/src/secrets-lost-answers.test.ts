import { readdir } from 'node:fs/promises';
import { secretOf } from '@rolecall/core';
import { deliverPassword } from '@rolecall/secrets';
import { identityToRecipient } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { loseAnswer, type Meddle, openSecrets, refusal } from './testing/secrets.fixture.ts';
import { custodian, heldBy } from './testing/secrets-crash.fixture.ts';

const recipients = [await identityToRecipient(custodian)];
const manifest = `version: 1
scope: platform
account: '111122223333'
delivery: { recipients: [${recipients.join(', ')}] }
users:
  ada: { login: { passwordReset: false } }
`;

/** The answer to making the password never comes; then changing it is refused as often as asked. */
const refusedAfter =
  (code: string, status: number): Meddle =>
  async (action, count, answer) => {
    if (action === 'CreateLoginProfile' && count === 1) return loseAnswer(answer);
    return action === 'UpdateLoginProfile' ? refusal(code, status) : answer();
  };

async function pendingIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name.endsWith('.pending.age'));
}

describe('a password whose answer is lost', () => {
  it.each([
    ['EntityTemporarilyUnmodifiable', 409],
    ['AccessDenied', 403],
    ['Throttling', 400],
    ['ExpiredToken', 403],
  ])('is not thrown away where the next call is refused: %s', async (code, status) => {
    const account = await openSecrets({ meddle: refusedAfter(code, status), maxAttempts: 3 });
    const applied = await account.apply(manifest);
    expect((await heldBy(account, custodian)).password).toBe(true);
    if (applied?.kind !== 'applied') throw new Error('nothing was applied');
    expect(applied.report.complete).toBe(false);
    const [pending = ''] = await pendingIn(account.folder);
    const told = applied.report.results.map(({ message = '' }) => message).join('\n');
    expect(pending).not.toBe('');
    expect(told).toContain(pending);
  });

  it('stays where another is to take its place, and the next call is refused', async () => {
    const account = await openSecrets({
      maxAttempts: 3,
      meddle: async (action, count, answer) => {
        if (action !== 'UpdateLoginProfile') return answer();
        return count === 1 ? loseAnswer(answer) : refusal('ExpiredToken', 403);
      },
    });
    await account.apply(manifest);
    await account.reset('ada', recipients);
    expect((await heldBy(account, custodian)).password).toBe(true);
    expect(account.said()).toContain((await pendingIn(account.folder))[0] ?? 'nothing');
  });

  it('is set once more, and handed over', async () => {
    const account = await openSecrets({
      meddle: async (action, count, answer) =>
        action === 'CreateLoginProfile' && count === 1 ? loseAnswer(answer) : answer(),
    });
    const applied = await account.apply(manifest);
    expect(applied?.kind === 'applied' && applied.report.complete).toBe(true);
    expect(await pendingIn(account.folder)).toEqual([]);
    expect((await heldBy(account, custodian)).password).toBe(true);
    expect(account.said()).toContain('.password.age');
  });

  it('is not called done where no answer ever comes', async () => {
    const account = await openSecrets({
      meddle: async (action, _count, answer) =>
        action === 'CreateLoginProfile' ? loseAnswer(answer) : answer(),
    });
    const applied = await account.apply(manifest);
    if (applied?.kind !== 'applied') throw new Error('nothing was applied');
    expect(applied.report.complete).toBe(false);
    expect((await heldBy(account, custodian)).password).toBe(true);
    const [pending = ''] = await pendingIn(account.folder);
    expect(applied.report.results.map(({ message = '' }) => message).join()).toContain(pending);
  });

  it('takes the place of one that turns up between plan and call', async () => {
    const account = await openSecrets();
    await account.apply(manifest.replace('login: { passwordReset: false }', 'tags: {}'));
    const { world } = account;
    const password = secretOf('Not-ours-9-but-there');
    await world.port.createPassword('ada', { password, mustChange: false });
    const request = { user: 'ada', to: { recipients }, mustChange: false, switchRoles: [] };
    await deliverPassword({ ...request, replaces: false }, world);
    expect((await heldBy(account, custodian)).password).toBe(true);
  });
});

it('two resets at once that take no turns leave both passwords, and say so', async () => {
  const rival: { reset: (() => Promise<unknown>) | undefined } = { reset: undefined };
  const account = await openSecrets({
    meddle: async (action, _count, answer) => {
      const { reset } = rival;
      // What the other one sets and hands over goes before what AWS does for this one, or after.
      if (action !== 'UpdateLoginProfile' || reset === undefined) return answer();
      rival.reset = undefined;
      await reset();
      return answer();
    },
  });
  await account.apply(manifest);
  rival.reset = () => account.reset('ada', recipients);
  await account.reset('ada', recipients);
  expect((await heldBy(account, custodian)).password).toBe(true);
  const [pending = 'nothing'] = await pendingIn(account.folder);
  expect(account.said()).toContain(pending);
  await account.reset('ada', recipients);
  expect(await pendingIn(account.folder)).toEqual([]);
  expect((await heldBy(account, custodian)).password).toBe(true);
});
