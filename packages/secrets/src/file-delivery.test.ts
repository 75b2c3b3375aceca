import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { secretOf } from '@rolecall/core';
import { armor, Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { fileDelivery } from './file-delivery.ts';
import type { SignInBundle } from './sign-in-bundle.ts';

const custodian = await generateX25519Identity();
const to = { recipients: [await identityToRecipient(custodian)] };

function password(text: string, account = '111122223333'): SignInBundle {
  const about = { account, partition: 'aws', alias: undefined, user: 'ada', createdAt: 'now' };
  return {
    ...about,
    kind: 'password',
    password: secretOf(text),
    mustChange: false,
    switchRoles: [],
  };
}

async function open() {
  const folder = join(await mkdtemp(join(tmpdir(), 'rolecall-files-')), 'out');
  const delivery = fileDelivery({ folder, format: 'json' });
  await delivery.probe(to);
  const passwordIn = async (file: string): Promise<unknown> => {
    const decrypter = new Decrypter();
    decrypter.addIdentity(custodian);
    const text = await decrypter.decrypt(armor.decode(await readFile(file, 'utf8')), 'text');
    return JSON.parse(text).password;
  };
  return { folder, delivery, passwordIn, names: () => readdir(folder) };
}

describe('files', () => {
  it('of the same user in two accounts do not meet', async () => {
    const { delivery, passwordIn, names } = await open();
    // A run of the first account ended before it was settled.
    const left = await delivery.keep(to, password('left', '111111111111'));
    const places: string[] = [];
    for (const account of ['111111111111', '222222222222'])
      places.push(await (await delivery.keep(to, password(`of ${account}`, account))).settle());
    expect(await Promise.all(places.map(passwordIn))).toEqual([
      'of 111111111111',
      'of 222222222222',
    ]);
    expect(await names()).toHaveLength(2);
    const other = await delivery.keep(to, password('left', '111111111111'));
    await (await delivery.keep(to, password('new', '222222222222'))).settle();
    expect(await passwordIn(other.place)).toBe('left');
    expect(left.place).not.toBe(other.place);
    const key = { user: 'ada', id: 'AKIA1' };
    const bundle = { ...password('x'), kind: 'access-key', accessKeyId: key.id } as const;
    await (await delivery.keep(to, { ...bundle, secretAccessKey: secretOf('s') })).settle();
    expect(await delivery.has(to, { ...key, account: '111122223333' })).toBe(true);
    expect(await delivery.has(to, { ...key, account: '222222222222' })).toBe(false);
  });

  it('that came later are left alone, those from before go', async () => {
    const { delivery, passwordIn, names } = await open();
    await delivery.keep(to, password('from before'));
    const ours = await delivery.keep(to, password('ours'));
    const later = await delivery.keep(to, password('later'));
    const place = await ours.settle();
    expect(await passwordIn(place)).toBe('ours');
    expect(await passwordIn(later.place)).toBe('later');
    expect(await names()).toHaveLength(2);
  });

  it.each([false, true])(
    'of two runs at once are both kept (a password there before: %s)',
    async (isThere) => {
      const { delivery, passwordIn, names } = await open();
      if (isThere) await (await delivery.keep(to, password('before'))).settle();
      const first = await delivery.keep(to, password('first'));
      const second = await delivery.keep(to, password('second'));
      const place = await second.settle();
      await expect(first.settle()).rejects.toMatchObject({ code: 'CONFLICT' });
      // Which of them holds, nobody can tell.
      expect(await passwordIn(place)).toBe('second');
      expect(await passwordIn(first.place)).toBe('first');
      const third = await (await delivery.keep(to, password('third'))).settle();
      expect(await passwordIn(third)).toBe('third');
      expect(await names()).toHaveLength(1);
    },
  );

  it('that somebody took away are written once more', async () => {
    const { delivery, passwordIn, names } = await open();
    const { place, settle } = await delivery.keep(to, password('live'));
    await rm(place);
    expect(await passwordIn(await settle())).toBe('live');
    expect(await names()).toHaveLength(1);
  });

  it('that cannot be settled are an error of ours', async () => {
    const { folder, delivery } = await open();
    const { settle } = await delivery.keep(to, password('live'));
    await rm(folder, { recursive: true });
    await expect(settle()).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
  });
});
