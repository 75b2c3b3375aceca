import { expect, test } from 'vitest';
import { denyingTrust, oidcProvider, trusting } from '../testing/documents.fixture.ts';
import { outcomesOf } from '../testing/outcomes.fixture.ts';
import { aRole, arnOf } from '../testing/snapshot.fixture.ts';
import { oidcProviderUnused } from './oidc-provider-unused.ts';

test('a provider that only a Deny names is not in use', () => {
  const provider = (url: string) => ({
    arn: arnOf('oidc-provider', url),
    url,
    clientIds: [],
    thumbprints: [],
    tags: {},
  });
  const denied = { ...denyingTrust({}), Principal: oidcProvider('denied.example') };
  const roles = [
    aRole({ name: 'r', trust: trusting(oidcProvider('used.example'), undefined, denied) }),
  ];
  const oidcProviders = ['used.example', 'denied.example', 'idle.example'].map(provider);
  expect(outcomesOf(oidcProviderUnused, { oidcProviders, roles })).toEqual({
    'used.example': 'pass',
    'denied.example': 'fail',
    'idle.example': 'fail',
  });
});
