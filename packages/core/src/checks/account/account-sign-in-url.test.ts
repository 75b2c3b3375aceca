import { expect, test } from 'vitest';
import { findingsOf } from '../testing/outcomes.fixture.ts';
import { accountSignInUrl } from './account-sign-in-url.ts';

test.each([
  ['aws', ['acme'], 'https://acme.signin.aws.amazon.com/console'],
  ['aws', [], 'https://111122223333.signin.aws.amazon.com/console'],
  ['aws-us-gov', ['acme'], 'https://acme.signin.amazonaws-us-gov.com/console'],
  ['aws-cn', [], 'https://111122223333.signin.amazonaws.cn/console'],
])('%s %j', (partition, accountAliases, url) => {
  expect(findingsOf(accountSignInUrl, { accountAliases }, { partition })).toMatchObject([
    { outcome: 'pass', evidence: { url } },
  ]);
});

test('leaves a partition it does not know to a person', () => {
  const [finding] = findingsOf(accountSignInUrl, { accountAliases: [] }, { partition: 'aws-new' });
  expect(finding?.outcome).toBe('manual');
});
