import { expect, test } from 'vitest';
import { aDocument, trusting } from '../testing/documents.fixture.ts';
import { outcomeOf } from '../testing/outcomes.fixture.ts';
import {
  administratorAccess,
  allowAllButIam,
  allowRead,
  aRole,
} from '../testing/snapshot.fixture.ts';
import { roleServiceBroad } from './role-service-broad.ts';

const proton = trusting({ Service: 'proton.amazonaws.com' });
const build = trusting({ Service: 'codebuild.amazonaws.com' });
const both = trusting({ Service: ['proton.amazonaws.com', 'codebuild.amazonaws.com'] });
const byCloudFormation = aDocument({
  Effect: 'Allow',
  NotAction: ['organizations:*', 'account:*'],
  Resource: '*',
  Condition: { 'ForAnyValue:StringEquals': { 'aws:CalledVia': 'cloudformation.amazonaws.com' } },
});

test.each([
  ['administrator', proton, administratorAccess.document, 'fail'],
  ['administrator', build, administratorAccess.document, 'fail'],
  ['administrator by CloudFormation', proton, byCloudFormation, 'warn'],
  ['all but IAM', build, allowAllButIam, 'warn'],
  ['little, for two services', both, allowRead, 'warn'],
  ['little', proton, allowRead, 'pass'],
  [
    'administrator, of another service',
    trusting({ Service: 'ec2.amazonaws.com' }),
    administratorAccess.document,
    'not-applicable',
  ],
])('%s', (_, trust, document, outcome) => {
  const roles = [aRole({ name: 'r', trust, inlinePolicies: [{ name: 'x', document }] })];
  expect(outcomeOf(roleServiceBroad, { roles, groups: [], policies: [] })).toBe(outcome);
});
