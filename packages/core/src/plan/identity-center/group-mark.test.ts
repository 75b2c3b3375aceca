import { expect, test } from 'vitest';
import { markedDescription, readMark } from './group-mark.ts';

test.each([undefined, '', 'Who may do all.', 'a\nb', 'ends with ]', '[rolecall:owner=x] inside'])(
  'what is written is read: %j',
  (description) => {
    for (const isAdopted of [true, false]) {
      const mark = { scope: 'platform', isAdopted };
      expect(readMark(markedDescription(description, mark))).toEqual({
        ...mark,
        text: description ?? '',
      });
    }
  },
);

test.each([undefined, '', 'Of ours', '[rolecall:owner=x] first', '[rolecall:owner=]'])(
  'no mark: %j',
  (description) => {
    expect(readMark(description).scope).toBeUndefined();
  },
);
