import { expect, test } from 'vitest';
import { uuidV7 } from './uuid-v7.ts';

test('is the example of RFC 9562', () => {
  const random = Buffer.from('0cc318c4dc0c0c07398f', 'hex');
  expect(uuidV7('2022-02-22T19:22:22.000Z', random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
});

test('ids made later sort behind', () => {
  const last = Buffer.alloc(10, 0xff);
  const first = Buffer.alloc(10);
  const earlier = uuidV7('2026-11-21T10:00:00.000Z', last);
  const later = uuidV7('2026-11-21T10:00:00.001Z', first);
  expect([later, earlier].toSorted()).toEqual([earlier, later]);
});
