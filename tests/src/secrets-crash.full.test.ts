import { readdir } from 'node:fs/promises';
import { identityToRecipient } from 'age-encryption';
import { expect, it } from 'vitest';
import { openSecrets } from './testing/secrets.fixture.ts';
import {
  breachesAt,
  custodian,
  heldBy,
  manifest,
  mishaps,
} from './testing/secrets-crash.fixture.ts';

const whole = await openSecrets();
await whole.apply(manifest);
const points = whole.steps.map((_, index) => index + 1);

it.each(mishaps)('whatever step goes wrong, no secret is lost or left live: %s', async (mishap) => {
  expect(points.length).toBeGreaterThan(30);
  const breaches: string[] = [];
  for (const at of points) breaches.push(...(await breachesAt(at, mishap)));
  process.stdout.write(`${mishap}: ${points.length} points of an apply with secrets\n`);
  expect(breaches).toEqual([]);
});

it('a password that is replaced is held by somebody, wherever two runs in a row end', async () => {
  const recipients = [await identityToRecipient(custodian)];
  const opened = async () => {
    const account = await openSecrets();
    await account.apply(manifest);
    return account;
  };
  const counted = await opened();
  const before = counted.steps.length;
  await counted.reset('ada', recipients);
  const count = counted.steps.length - before;
  expect(count).toBeGreaterThan(4);
  const breaches: string[] = [];
  for (const mishap of mishaps) {
    for (let first = 1; first <= count; first += 1) {
      for (let second = 1; second <= count; second += 1) {
        const account = await opened();
        const where = `${mishap} at ${first}, then at ${second}`;
        for (const at of [first, second]) {
          account.arm(at, mishap);
          await account.reset('ada', recipients);
          account.disarm();
          if (!(await heldBy(account, custodian)).password) breaches.push(where);
        }
        await account.reset('ada', recipients);
        const names = await readdir(account.folder);
        const kept = names.filter((name) => name.includes('password'));
        if (kept.join() !== '111122223333.ada.password.age')
          breaches.push(`${where}: leaves ${kept.join()}`);
        if (!(await heldBy(account, custodian)).password) breaches.push(where);
        const said = account.said();
        if ([...account.secrets].some((one) => said.includes(one))) breaches.push(`${where}: said`);
      }
    }
  }
  process.stdout.write(`${mishaps.length * count * count} pairs of ends of reset-password\n`);
  expect(breaches).toEqual([]);
});
