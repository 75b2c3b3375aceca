import { type SecretsStore, secretOf } from '@rolecall/core';
import { describe, expect, it } from 'vitest';
import { secretsManagerDelivery } from './secrets-manager-delivery.ts';
import type { SignInBundle } from './sign-in-bundle.ts';

const to = { secretsManager: { name: 'sealed', region: 'eu-central-1' } };
const about = {
  account: '111122223333',
  partition: 'aws',
  alias: undefined,
  user: 'ada',
  createdAt: '2026-11-21T10:00:00Z',
};
const password = (text: string): SignInBundle => ({
  ...about,
  kind: 'password',
  password: secretOf(text),
  mustChange: true,
  switchRoles: [],
});

/** Secrets Manager as it documents itself: labels move, and the first version is the current one. */
function open() {
  const secrets = new Map<string, Map<string, { text: string; labels: string[] }>>();
  const the = (name: string) => secrets.get(name) ?? new Map();
  const take = (name: string, label: string) => {
    for (const version of the(name).values()) {
      version.labels = version.labels.filter((one: string) => one !== label);
    }
  };
  const store: SecretsStore = {
    versions: async (name) =>
      secrets.has(name)
        ? Object.fromEntries([...the(name)].map(([id, { labels }]) => [id, labels]))
        : undefined,
    create: async (name) => void secrets.set(name, new Map()),
    put: async (name, { id, value, label }) => {
      const labels = [label ?? 'AWSCURRENT', ...(the(name).size === 0 ? ['AWSCURRENT'] : [])];
      for (const one of labels) take(name, one);
      the(name).set(id, { text: value.reveal(), labels });
    },
    promote: async (name, { id, label }) => {
      take(name, 'AWSCURRENT');
      take(name, label);
      the(name).get(id)?.labels.push('AWSCURRENT');
    },
  };
  let next = 0;
  const delivery = secretsManagerDelivery({
    storeIn: () => store,
    random: (count) => new Uint8Array(count).fill(next++),
  });
  const current = (name: string) =>
    [...the(name).values()].find(({ labels }) => labels.includes('AWSCURRENT'))?.text ?? '';
  return { delivery, current, texts: (name: string) => [...the(name).values()] };
}

describe('Secrets Manager', () => {
  it('has the password that holds as the current one, whenever it is looked at', async () => {
    const { delivery, current, texts } = open();
    const first = await delivery.keep(to, password('one'));
    await first.settle();
    const second = await delivery.keep(to, password('two'));
    expect(current('sealed/ada/password')).toContain('"one"');
    // A run that is cut off here leaves both; the next one begins anew, and loses neither.
    await delivery.keep(to, password('three'));
    expect(texts('sealed/ada/password').filter(({ labels }) => labels.length > 0)).toHaveLength(3);
    expect(await second.settle()).toBe('secretsmanager:eu-central-1:sealed/ada/password');
    expect(current('sealed/ada/password')).toContain('"two"');
  });

  it('knows the keys that it has', async () => {
    const { delivery } = open();
    const key = { account: about.account, user: 'ada', id: 'AKIA1' };
    expect(await delivery.has(to, key)).toBe(false);
    await delivery.keep(to, {
      ...about,
      kind: 'access-key',
      accessKeyId: 'AKIA1',
      secretAccessKey: secretOf('s'),
    });
    expect(await delivery.has(to, key)).toBe(true);
    expect(await delivery.has(to, { ...key, id: 'AKIA2' })).toBe(false);
  });

  it('is tried before anything is made', async () => {
    const { delivery, current } = open();
    await delivery.probe(to);
    expect(current('sealed/probe')).toBe('{}');
    await expect(delivery.probe({ recipients: ['age1x'] })).rejects.toMatchObject({
      code: 'USAGE',
    });
    const odd = { ...password('x'), user: 'a,b' };
    await expect(delivery.keep(to, odd)).rejects.toMatchObject({ code: 'PARAMETER_INVALID' });
  });
});
