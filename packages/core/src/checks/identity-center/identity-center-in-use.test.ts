import { expect, test } from 'vitest';
import { known, unknown } from '../../model/part.ts';
import { outcomeOf } from '../testing/outcomes.fixture.ts';
import { account, aRole } from '../testing/snapshot.fixture.ts';
import { identityCenterInUse } from './identity-center-in-use.ts';
import {
  anInstance,
  anOrganization,
  aSetRole,
  ownOrganization,
} from './testing/identity-center.fixture.ts';

const denied = unknown({ code: 'ACCESS_DENIED', message: 'no', permission: 'sso:ListInstances' });
const provider = (name: string) => ({ arn: `arn:aws:iam::${account}:saml-provider/${name}` });
const nothing = {
  roles: [aRole({ name: 'AWSReservedSSO_Admin_0123456789abcdef' })],
  samlProviders: [provider('Okta')],
  identityCenterInstances: { 'us-east-1': known([]) },
  organization: anOrganization,
};
const own = anInstance({ ownerAccount: account });
const inEurope = (...instances: ReturnType<typeof anInstance>[]) => ({
  identityCenterInstances: { 'us-east-1': denied, 'eu-west-1': known(instances) },
});

test.each([
  ['nothing, but a namesake of a role', nothing, 'fail'],
  ['a role', { ...nothing, roles: [aSetRole({ name: 'Reader' })] }, 'pass'],
  ['its provider', { ...nothing, samlProviders: [provider('AWSSSO_1a2b_DO_NOT_DELETE')] }, 'pass'],
  ['an instance of the organization', { ...nothing, ...inEurope(anInstance()) }, 'pass'],
  [
    'the instance of the management account',
    { ...nothing, ...inEurope(own), organization: ownOrganization },
    'pass',
  ],
  [
    'an instance of this member alone',
    { ...nothing, identityCenterInstances: { 'eu-west-1': known([own]) } },
    'warn',
  ],
  [
    'an instance of this account, which is on its own',
    { ...nothing, identityCenterInstances: { 'eu-west-1': known([own]) }, organization: null },
    'warn',
  ],
  [
    'an instance on its way out',
    {
      ...nothing,
      identityCenterInstances: {
        'eu-west-1': known([anInstance({ status: 'DELETE_IN_PROGRESS' })]),
      },
    },
    'fail',
  ],
  ['a region that was not read', { ...nothing, ...inEurope() }, 'unknown'],
  ['a role, and nothing else read', { roles: [aSetRole({ name: 'Reader' })] }, 'pass'],
  ['no role, and nothing else read', { roles: [] }, 'unknown'],
  ['nothing read', {}, 'unknown'],
])('%s', (_, parts, outcome) => {
  expect(outcomeOf(identityCenterInUse, parts)).toBe(outcome);
});

test('whose instance it is takes the organization', () => {
  const { organization: _, ...others } = nothing;
  expect(outcomeOf(identityCenterInUse, { ...others, ...inEurope(own) })).toBe('unknown');
});
