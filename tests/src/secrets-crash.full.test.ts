import { expect, it } from 'vitest';
import { openSecrets } from './testing/secrets.fixture.ts';
import { breachesAt, manifest, mishaps } from './testing/secrets-crash.fixture.ts';

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
