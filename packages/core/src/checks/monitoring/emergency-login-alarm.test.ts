import { expect, test } from 'vitest';
import { outcomeOf } from '../testing/outcomes.fixture.ts';
import { aRole, arnOf, aUser } from '../testing/snapshot.fixture.ts';
import { type Watched, watching } from '../testing/watchers.fixture.ts';
import { emergencyLoginAlarm } from './emergency-login-alarm.ts';

const parts = {
  users: [aUser({ name: 'glass' }), aUser({ name: 'bob' })],
  groups: [],
  roles: [aRole({ name: 'rescue' })],
};
const byArn = (name: string) => ({ detail: { userIdentity: { arn: [arnOf('user', name)] } } });
const role = {
  detail: { eventName: ['AssumeRole'], requestParameters: { roleArn: [arnOf('role', 'rescue')] } },
};

test.each<readonly [string, readonly string[], Watched, string]>([
  ['none named', [], {}, 'not-applicable'],
  ['none that exists', ['user/gone'], {}, 'not-applicable'],
  ['a user unseen', ['user/glass'], {}, 'fail'],
  ['a user', ['user/glass'], { rules: [byArn('glass')] }, 'pass'],
  ['another user', ['user/glass'], { rules: [byArn('bob')] }, 'fail'],
  [
    'a user by a filter',
    ['user/glass'],
    { filters: ['{ $.eventName = ConsoleLogin && $.userIdentity.userName = glass }'] },
    'pass',
  ],
  ['every sign-in', ['user/glass'], { rules: [{ source: ['aws.signin'] }] }, 'pass'],
  ['a role', ['role/rescue'], { rules: [role] }, 'pass'],
  ['a role and a user unseen', ['role/rescue', 'user/glass'], { rules: [role] }, 'warn'],
])('%s', (_, emergencyPrincipals, watched, outcome) => {
  const known = { ...parts, ...watching(watched) };
  const settings = { emergencyPrincipals: [...emergencyPrincipals] };
  expect(outcomeOf(emergencyLoginAlarm, known, { settings })).toBe(outcome);
});

test.each<readonly [string, readonly string[], string]>([
  ['one region of those in which it may be', ['us-east-1'], 'warn'],
  ['only where it hardly is', ['eu-west-1'], 'fail'],
  ['all of them', ['us-east-1', 'us-east-2', 'eu-north-1', 'ap-southeast-2'], 'pass'],
])('the sign-in of a user watched in %s', (_, watched, outcome) => {
  const regions = ['us-east-1', 'us-east-2', 'eu-north-1', 'ap-southeast-2', 'eu-west-1'];
  const eventRules = Object.assign(
    {},
    ...regions.map((region) => {
      const rules = watched.includes(region) ? [byArn('glass')] : [];
      return watching({ rules, region }).eventRules;
    }),
  );
  const known = { ...parts, ...watching({}), eventRules };
  const settings = { emergencyPrincipals: ['user/glass'] };
  expect(outcomeOf(emergencyLoginAlarm, known, { settings })).toBe(outcome);
});
