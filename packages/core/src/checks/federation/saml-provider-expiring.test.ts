import { expect, test } from 'vitest';
import { outcomesOf } from '../testing/outcomes.fixture.ts';
import { arnOf, daysAgo } from '../testing/snapshot.fixture.ts';
import { samlProviderExpiring } from './saml-provider-expiring.ts';

test.each([
  ['long', daysAgo(-31), 'pass'],
  ['soon', daysAgo(-29), 'fail'],
  ['over', daysAgo(1), 'fail'],
  ['untold', undefined, 'unknown'],
])('%s', (name, validUntil, outcome) => {
  const samlProviders = [{ arn: arnOf('saml-provider', name), ...(validUntil && { validUntil }) }];
  expect(outcomesOf(samlProviderExpiring, { samlProviders })).toEqual({ [name]: outcome });
});
