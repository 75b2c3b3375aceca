import { expect, test } from 'vitest';
import { outcomesOf } from '../testing/outcomes.fixture.ts';
import { aReport, aRow } from '../testing/snapshot.fixture.ts';
import { userAnyMfa } from './user-any-mfa.ts';

test('judges every user, whatever credentials it has', () => {
  const credentialReport = aReport(
    aRow({ user: 'alice', mfaActive: true }),
    aRow({ user: 'robot' }),
  );
  expect(outcomesOf(userAnyMfa, { credentialReport })).toEqual({ alice: 'pass', robot: 'fail' });
});
