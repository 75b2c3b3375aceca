import { randomBytes } from 'node:crypto';
import { createClients, createSecretsStore } from '@rolecall/aws';
import { secretOf } from '@rolecall/core';
import { createSandbox } from '@rolecall/sandbox';
import { deliverPassword, type SignInBundle, secretsManagerDelivery } from '@rolecall/secrets';
import { describe, expect, it } from 'vitest';
import { jsonRefusal, openSecrets } from './testing/secrets.fixture.ts';

const region = 'eu-central-1';
const to = { secretsManager: { name: 'sealed', region } };
const withKey = (kmsKeyId: string) => ({ secretsManager: { ...to.secretsManager, kmsKeyId } });
const about = {
  account: '111122223333',
  partition: 'aws',
  alias: undefined,
  user: 'ada',
  createdAt: '2026-11-21T10:00:00Z',
};

function password(text: string): SignInBundle {
  const given = { password: secretOf(text), mustChange: true, switchRoles: [] };
  return { ...about, ...given, kind: 'password' };
}

function open(deny: string[] = []) {
  const now = () => new Date('2026-11-21T10:00:00Z');
  const sandbox = createSandbox({ now, accountId: about.account, faults: { deny } });
  const clients = createClients({
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' },
    maxAttempts: 1,
    requestHandler: sandbox.requestHandler,
  });
  const random = (count: number) => randomBytes(count);
  const sleep = async () => {};
  const store = createSecretsStore(clients, region);
  const openDelivery = () => secretsManagerDelivery({ storeIn: () => store, random, sleep });
  const count = (action: string) =>
    sandbox.calls.filter((call) => call.action === `secretsmanager:${action}`).length;
  const labels = async (name: string) =>
    Object.values((await store.describe(name))?.versions ?? {}).flat();
  /** What stands under AWSCURRENT, as the sandbox keeps it. */
  const current = (name: string): string => {
    const secrets = JSON.parse(JSON.stringify(sandbox.state())).secrets;
    const secret = Object.values<Kept>(secrets).find((one) => one.name === name);
    const versions = Object.values(secret?.versions ?? {});
    return versions.find((one) => one.labels.includes('AWSCURRENT'))?.value ?? '';
  };
  return { sandbox, store, openDelivery, delivery: openDelivery(), count, labels, current };
}

interface Kept {
  readonly name: string;
  readonly versions: Readonly<
    Record<string, { readonly value: string; readonly labels: readonly string[] }>
  >;
}

describe('Secrets Manager', () => {
  it('has the password that holds as the current one, whenever it is looked at', async () => {
    const { delivery, current, labels } = open();
    await (await delivery.keep(to, password('one'))).settle();
    // A run that was cut off here leaves its label, which goes with the next one that is settled.
    await delivery.keep(to, password('left'));
    const second = await delivery.keep(to, password('two'));
    expect(current('sealed/ada/password')).toContain('"one"');
    const later = await delivery.keep(to, password('three'));
    expect(await second.settle()).toBe(`secretsmanager:${region}:sealed/ada/password`);
    expect(current('sealed/ada/password')).toContain('"two"');
    const [, label = ''] = /\((.+)\)$/.exec(later.place) ?? [];
    expect((await labels('sealed/ada/password')).toSorted()).toEqual(
      ['AWSCURRENT', 'AWSPREVIOUS', label].toSorted(),
    );
    await later.discard();
    expect(await labels('sealed/ada/password')).not.toContain(label);
  });

  it('knows the keys that it has', async () => {
    const { delivery, store } = open();
    const key = { account: about.account, user: 'ada', id: 'AKIA1' };
    expect(await delivery.has(to, key)).toBe(false);
    const secretAccessKey = secretOf('s');
    await delivery.keep(to, {
      ...about,
      kind: 'access-key',
      accessKeyId: 'AKIA1',
      secretAccessKey,
    });
    expect(await delivery.has(to, key)).toBe(true);
    expect(await delivery.has(to, { ...key, id: 'AKIA2' })).toBe(false);
    await foreign(store, 'sealed/ada/access-key-AKIA2');
    expect(await delivery.has(to, { ...key, id: 'AKIA2' })).toBe(false);
  });

  it('is tried before anything is made, once in a run', async () => {
    const { delivery, openDelivery, current, count } = open();
    await Promise.all([delivery.probe(to), delivery.probe(to)]);
    await delivery.probe(to);
    expect(current('sealed/probe')).toBe('{}');
    expect(count('PutSecretValue')).toBe(1);
    await openDelivery().probe(to);
    expect(count('CreateSecret')).toBe(1);
    await expect(delivery.probe({ recipients: ['age1x'] })).rejects.toMatchObject({
      code: 'USAGE',
    });
    const odd = { ...password('x'), user: 'a,b' };
    await expect(delivery.keep(to, odd)).rejects.toMatchObject({ code: 'PARAMETER_INVALID' });
  });

  it('is tried again where it could not be written', async () => {
    const { delivery, sandbox, current } = open(['secretsmanager:PutSecretValue']);
    await expect(delivery.probe(to)).rejects.toMatchObject({ code: 'ACCESS_DENIED' });
    sandbox.faults.deny = [];
    await delivery.probe(to);
    expect(current('sealed/probe')).toBe('{}');
  });

  it.each(['sealed/probe', 'sealed/ada/password'])(
    'leaves alone what is not ours: %s',
    async (name) => {
      const { delivery, store, current } = open();
      await foreign(store, name);
      const handing = name.endsWith('probe')
        ? delivery.probe(to)
        : delivery.keep(to, password('x'));
      await expect(handing).rejects.toMatchObject({ code: 'CONFLICT' });
      expect(current(name)).toBe('of somebody else');
    },
  );

  it.each([
    ['an alias', 'alias/custodian', 'alias/custodian'],
    [
      'an alias by its ARN',
      'alias/custodian',
      `arn:aws:kms:${region}:111122223333:alias/custodian`,
    ],
    ['an id', '1234abcd-12ab', `arn:aws:kms:${region}:111122223333:key/1234abcd-12ab`],
  ])('is written again with the key that it has: %s', async (_, made, asked) => {
    const { delivery, current } = open();
    await delivery.keep(withKey(made), password('one'));
    await (await delivery.keep(withKey(asked), password('two'))).settle();
    expect(current('sealed/ada/password')).toContain('"two"');
  });

  it.each([
    ['another alias', 'alias/custodian', 'alias/everyone'],
    [
      'one in another account',
      'alias/custodian',
      `arn:aws:kms:${region}:999988887777:alias/custodian`,
    ],
    ['none', 'alias/custodian', undefined],
    ['one where it has none', undefined, 'alias/custodian'],
  ])('is not written with another key: %s', async (_, made, asked) => {
    const { delivery, current } = open();
    const at = (key: string | undefined) => (key === undefined ? to : withKey(key));
    await (await delivery.keep(at(made), password('one'))).settle();
    const again = delivery.keep(at(asked), password('two'));
    await expect(again).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(current('sealed/ada/password')).toContain('"one"');
  });
});

async function foreign(store: ReturnType<typeof createSecretsStore>, name: string) {
  await store.create(name, { kmsKeyId: undefined, tags: { app: 'shop' } });
  const id = randomBytes(20).toString('hex');
  await store.put(name, { id, value: secretOf('of somebody else'), label: undefined });
}

describe('an apply that hands over to Secrets Manager', () => {
  const users = ['a1', 'b2', 'c3', 'd4', 'e5'];
  const manifest = `version: 1
scope: platform
account: '111122223333'
delivery: { secretsManager: { name: sealed, region: ${region} } }
users:
${users.map((name) => `  ${name}: { login: { passwordReset: false }, accessKeys: { count: 1 } }\n`).join('')}`;

  it('makes the secrets of several users at once', async () => {
    const account = await openSecrets({ toSecretsManager: true });
    const applied = await account.apply(manifest);
    expect(applied?.kind === 'applied' && applied.report.complete).toBe(true);
    const created = account.sandbox.calls.filter(({ action }) => action.endsWith(':CreateSecret'));
    expect(created.filter(({ outcome }) => outcome === 'ok')).toHaveLength(1 + 2 * users.length);
  });

  it('takes what another run has just made for what it is', async () => {
    let others = 0;
    const account = await openSecrets({
      toSecretsManager: true,
      meddle: async (action, _count, answer) => {
        if (action !== 'CreateSecret') return answer();
        // As if the same call had come from elsewhere a moment before.
        others += 1;
        await answer();
        return answer();
      },
    });
    const applied = await account.apply(manifest);
    expect(others).toBeGreaterThan(0);
    expect(applied?.kind === 'applied' && applied.report.complete).toBe(true);
  });

  it.each([
    ['is promoted once AWS lets it', 2, true],
    ['is named with its label where it cannot be promoted', 99, false],
  ])('a new password %s', async (_, refusals, promoted) => {
    let refused = 0;
    const account = await openSecrets({
      toSecretsManager: true,
      meddle: async (action, _count, answer) => {
        if (action !== 'UpdateSecretVersionStage' || refused < 0) return answer();
        refused += 1;
        return refused > refusals ? answer() : jsonRefusal('ThrottlingException');
      },
    });
    refused = -1;
    await account.apply(manifest);
    refused = 0;
    const request = { user: 'a1', to, mustChange: false, switchRoles: [], replaces: true };
    const done = deliverPassword(request, account.world);
    if (promoted) await done;
    else {
      await expect(done).rejects.toMatchObject({
        code: 'APPLY_INCOMPLETE',
        message: expect.stringMatching(/rolecall-pending-\w+/),
      });
    }
  });
});
