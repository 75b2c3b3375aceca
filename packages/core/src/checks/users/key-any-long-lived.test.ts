import { expect, test } from 'vitest';
import { outcomesOf } from '../testing/outcomes.fixture.ts';
import { aKey, aReport, aRow, noKey } from '../testing/snapshot.fixture.ts';
import { keyAnyLongLived } from './key-any-long-lived.ts';

test.each([
  ['lists active keys', false, 'pass'],
  ['fails them where they are forbidden', true, 'fail'],
])('%s', (_, forbidLongLivedKeys, outcome) => {
  const credentialReport = aReport(
    aRow({ user: 'alice', accessKeys: [aKey(), aKey({ active: false })] }),
    aRow({ user: 'bob', accessKeys: [noKey, aKey()] }),
  );
  const settings = { forbidLongLivedKeys };
  expect(outcomesOf(keyAnyLongLived, { credentialReport }, { settings })).toEqual({
    'alice#key-1': outcome,
    'bob#key-2': outcome,
  });
});
