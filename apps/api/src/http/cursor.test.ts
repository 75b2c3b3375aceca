import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCursor, encodeCursor } from './cursor.ts';

const position = {
  createdAt: '2026-11-21T09:00:00.123Z',
  id: '01931f6e-8a00-7c31-9f00-0242ac120002',
};
const invalid = expect.objectContaining({ code: 'cursor-invalid', status: 400 });

describe('a cursor', () => {
  it('comes back as it was', () => {
    expect(decodeCursor(encodeCursor(position))).toEqual(position);
  });

  it('may belong to a list whose ids are no UUIDs', () => {
    const account = { ...position, id: '210987654321' };
    expect(decodeCursor(encodeCursor(account), /^\d{12}$/)).toEqual(account);
    expect(() => decodeCursor(encodeCursor(account))).toThrow(invalid);
    expect(() => decodeCursor(encodeCursor(position), /^\d{12}$/)).toThrow(invalid);
  });

  const text = (content: string) => Buffer.from(content).toString('base64url');
  it.each([
    ['nothing', ''],
    ['no base64', '!!!'],
    ['padding', `${encodeCursor(position)}=`],
    ['another version', text(`2|${position.createdAt}|${position.id}`)],
    ['no id', text(`1|${position.createdAt}`)],
    ['no instant', text(`1|yesterday|${position.id}`)],
    ['an instant that is none', text(`1|2026-13-41T09:00:00Z|${position.id}`)],
    ['SQL', text(`1|${position.createdAt}|' or 1=1 --`)],
    ['more behind the id', text(`1|${position.createdAt}|${position.id}|x`)],
    ['no UTF-8', Buffer.from([0xff, 0x7c, 0x7c]).toString('base64url')],
  ])('is refused with %s', (_, cursor) => {
    expect(() => decodeCursor(cursor)).toThrow(invalid);
  });

  it('is refused, or reads as a position, whatever is changed in it', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 100 }),
        fc.string({ minLength: 1, maxLength: 1 }),
        (index, letter) => {
          const cursor = encodeCursor(position);
          const changed = cursor.slice(0, index) + letter + cursor.slice(index + 1);
          try {
            expect(encodeCursor(decodeCursor(changed))).toBe(changed);
          } catch (error) {
            expect(error).toEqual(invalid);
          }
        },
      ),
    );
  });
});
