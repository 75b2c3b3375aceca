import { CreateLoginProfileCommand } from '@aws-sdk/client-iam';
import { describe, expect, test } from 'vitest';
import { refusalOf, sandboxWithClients } from '../clients.fixture.ts';

describe('passwords', () => {
  const strict = {
    minimumLength: 14,
    symbols: true,
    numbers: true,
    uppercase: true,
    lowercase: true,
  };
  test.each([
    [undefined, 'Sh0rt!', 'Password should have a minimum length of 8'],
    [undefined, 'alllowercase', 'Password should contain at least three of:'],
    [strict, 'Sh0rt!', 'Password should have a minimum length of 14'],
    [strict, 'no-capitals-at-all-1', 'Password should have at least one uppercase letter'],
    [strict, 'NO-SMALL-LETTERS-1', 'Password should have at least one lowercase letter'],
    [strict, 'No-Number-In-It-At-All', 'Password should have at least one number'],
    [strict, 'NoSymbolInItAtAll1', 'Password should have at least one symbol'],
  ])('%o: %s', async (passwordPolicy, Password, expected) => {
    const { iam } = sandboxWithClients({ scenario: { passwordPolicy, users: { alice: {} } } });
    const refusal = await refusalOf(
      iam.send(new CreateLoginProfileCommand({ UserName: 'alice', Password })),
    );
    expect(refusal).toMatchObject({ code: 'PasswordPolicyViolation', status: 400 });
    expect(refusal.message).toContain(expected);
  });
});
