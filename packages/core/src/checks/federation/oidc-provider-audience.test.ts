import { expect, test } from 'vitest';
import { outcomeOf } from '../testing/outcomes.fixture.ts';
import { arnOf } from '../testing/snapshot.fixture.ts';
import { oidcProviderAudience } from './oidc-provider-audience.ts';

test.each([
  [['sts.amazonaws.com'], 'pass'],
  [[], 'fail'],
  [['*'], 'fail'],
  [['sts.amazonaws.com', ' '], 'fail'],
])('%j', (clientIds, outcome) => {
  const url = 'id.example.com';
  const oidcProviders = [
    { arn: arnOf('oidc-provider', url), url, clientIds, thumbprints: [], tags: {} },
  ];
  expect(outcomeOf(oidcProviderAudience, { oidcProviders })).toBe(outcome);
});
