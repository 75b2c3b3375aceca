import { readdir } from 'node:fs/promises';
import { pendingKeyTag } from '@rolecall/core';
import { settleDoubt } from '@rolecall/secrets';
import { identityToRecipient } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { openSecrets, type SecretsOptions } from './testing/secrets.fixture.ts';
import { custodian, liveKeys } from './testing/secrets-crash.fixture.ts';

const recipients = [await identityToRecipient(custodian)];
const manifest = `version: 1
scope: platform
account: '111122223333'
delivery: { recipients: [${recipients.join(', ')}] }
users:
  ada: { accessKeys: { count: 1 } }
`;

/** The process dies right after the first key is made; for a while, reads do not show it. */
async function cutOff(options: { readonly hiddenMs: number }) {
  let hidden: { readonly id: string; readonly untilMs: number } | undefined;
  const time = { now: () => 0 };
  const meddle: SecretsOptions['meddle'] = async (action, _count, answer) => {
    const made = await answer();
    const text = Buffer.from(made.response.body).toString();
    if (action === 'CreateAccessKey' && hidden === undefined) {
      const [, id = ''] = /<AccessKeyId>(\w+)</.exec(text) ?? [];
      hidden = { id, untilMs: time.now() + options.hiddenMs };
    }
    if (action !== 'ListAccessKeys' || hidden === undefined || time.now() >= hidden.untilMs)
      return made;
    const { id } = hidden;
    const shown = text
      .split('<member>')
      .filter((member) => !member.includes(id))
      .join('<member>');
    const whole = shown.includes('</AccessKeyMetadata>')
      ? shown
      : text.replace(/<member>.*<\/member>/s, '');
    return { response: { ...made.response, body: Buffer.from(whole) } };
  };
  const account = await openSecrets({ meddle });
  time.now = () => account.clock.now().getTime();
  return account;
}

describe('a key whose maker was cut off', () => {
  it.each([0, 5_000, 45_000, 110_000])(
    'is found however late it shows: %d ms',
    async (hiddenMs) => {
      const account = await cutOff({ hiddenMs });
      const { steps } = await dieAfterKey(account);
      expect(steps.at(-1)).toBe('CreateAccessKey');
      const [orphan = ''] = await liveKeys(account);
      for (let run = 0; run < 2; run += 1) await account.apply(manifest);
      const live = await liveKeys(account);
      expect(live).not.toContain(orphan);
      expect(live).toHaveLength(1);
      expect(await readdir(account.folder)).toEqual([`111122223333.ada.access-key-${live[0]}.age`]);
      expect(await account.world.port.readTags('ada')).not.toHaveProperty([pendingKeyTag]);
      expect(account.said()).toContain(`Access key ${orphan} of ada was deleted`);
    },
  );

  it('is waited for as long as a key may be late, and no longer', async () => {
    const account = await openSecrets();
    await account.apply(manifest.replace('accessKeys: { count: 1 }', 'tags: {}'));
    const { port } = account.world;
    const mark = async (agoMs: number) => {
      const since = new Date(account.clock.now().getTime() - agoMs).toISOString();
      await port.tag('ada', { key: pendingKeyTag, value: since });
      const before = account.clock.slept();
      await settleDoubt({ user: 'ada', to: { recipients } }, account.world);
      return account.clock.slept() - before;
    };
    expect(await mark(0)).toBe(120_000);
    expect(await mark(90_000)).toBe(30_000);
    expect(await mark(120_000)).toBe(0);
    // A clock that is ahead does not make anybody wait for it.
    expect(await mark(-3_600_000)).toBe(120_000);
  });
});

async function dieAfterKey(account: Awaited<ReturnType<typeof openSecrets>>) {
  const whole = await openSecrets();
  await whole.apply(manifest);
  const at = whole.steps.indexOf('CreateAccessKey') + 1;
  account.arm(at, 'dies-after');
  await account.apply(manifest);
  account.disarm();
  return account;
}
