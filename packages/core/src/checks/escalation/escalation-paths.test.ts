import { bundledActionData, evaluateRequest, type PolicyDocument } from '@rolecall/policy';
import { expect, test } from 'vitest';
import { findingsOf } from '../testing/outcomes.fixture.ts';
import { escalationCatalogue } from './escalation-path.ts';
import { policyPrivesc } from './policy-privesc.ts';
import { accountWith, callerOf, grantOf } from './testing/accounts.fixture.ts';

const { paths, resources } = escalationCatalogue;
const current = paths.filter(({ ended }) => ended === undefined);

test('every path has an id of its own and says where it comes from', () => {
  expect(new Set(paths.map(({ id }) => id)).size).toBe(paths.length);
  expect(paths.filter(({ sources }) => sources.length === 0)).toEqual([]);
  expect(paths.length).toBeGreaterThanOrEqual(60);
});

test('AWS knows every action', () => {
  const data = bundledActionData();
  const actions = paths.flatMap(({ steps }) => steps.map(({ action }) => action));
  const unknown = actions.filter((written) => {
    const [service = '', name = ''] = written.split(':');
    return data.service(service)?.action(name)?.name !== name;
  });
  expect(unknown).toEqual([]);
});

test('an action of the catalogue is about a resource exactly where AWS says so', () => {
  const data = bundledActionData();
  const steps = paths.flatMap((path) => path.steps);
  const wrong = steps.filter(({ action, resource }) => {
    const [service = '', name = ''] = action.split(':');
    const types = data.service(service)?.action(name)?.resourceTypes ?? [];
    return (types.length === 0) !== (resource === '*');
  });
  expect(wrong).toEqual([]);
});

test('every resource is used, and every other name is one that is bound', () => {
  const used = new Set(paths.flatMap(({ steps }) => steps.map(({ resource }) => resource)));
  const bound = new Set(['*', 'self', 'user', 'group', 'role', 'policy', 'provider']);
  expect(Object.keys(resources).filter((name) => !used.has(name))).toEqual([]);
  expect([...used].filter((name) => !bound.has(name) && resources[name] === undefined)).toEqual([]);
});

test.each(current.map((path) => [path.id, path] as const))('%s is found and proven', (id, path) => {
  const parts = accountWith(path, grantOf(path));
  const caller = callerOf(path);
  const finding = findingsOf(policyPrivesc, parts).find(({ subject }) => subject === caller);
  expect(finding).toMatchObject({ outcome: path.workload === undefined ? 'fail' : 'warn' });
  expect(finding?.evidence).toMatchObject({ paths: expect.arrayContaining([id]) });
  const requests = finding?.evidence['requests'];
  expect(requests).not.toEqual([]);
});

test.each(current.map((path) => [path.id, path] as const))(
  '%s needs each of its actions',
  (_, path) => {
    for (const left of new Set(
      path.steps.filter(({ trust }) => trust !== 'caller').map(({ action }) => action),
    )) {
      const kept = path.steps.map(({ action }) => action).filter((action) => action !== left);
      const parts = accountWith(path, { Effect: 'Allow', Action: kept, Resource: '*' });
      const finding = findingsOf(policyPrivesc, parts).find(
        ({ subject }) => subject === callerOf(path),
      );
      expect(finding?.evidence['paths'] ?? []).not.toContain(path.id);
    }
  },
);

test.each(current.map((path) => [path.id, path] as const))('%s is shut by a Deny', (_, path) => {
  const actions = path.steps.filter(({ trust }) => trust === undefined).map(({ action }) => action);
  const [denied = 'sts:AssumeRole'] = actions;
  const deny: PolicyDocument['Statement'] = [
    grantOf(path),
    { Effect: 'Deny', Action: denied.toUpperCase(), Resource: '*' },
  ];
  const finding = findingsOf(policyPrivesc, accountWith(path, ...deny)).find(
    ({ subject }) => subject === callerOf(path),
  );
  expect(finding?.evidence['paths'] ?? []).not.toContain(path.id);
});

test('what has ended is no path any more', () => {
  const ended = paths.filter((path) => path.ended !== undefined);
  expect(ended.map(({ id }) => id)).toEqual(['proton-create-environment']);
  for (const path of ended) {
    const finding = findingsOf(policyPrivesc, accountWith(path, grantOf(path))).find(
      ({ subject }) => subject === callerOf(path),
    );
    expect(finding).toMatchObject({ outcome: 'pass' });
  }
});

test('the evaluator allows the requests of a proof', () => {
  const path = current.find(({ id }) => id === 'lambda-create-function-invoke');
  if (path === undefined) throw new Error('no such path');
  const [finding] = findingsOf(policyPrivesc, accountWith(path, grantOf(path))).filter(
    ({ subject }) => subject === callerOf(path),
  );
  const requests = finding?.evidence['requests'];
  expect(requests).toMatchObject([
    {
      action: 'iam:PassRole',
      resource: 'arn:aws:iam::111122223333:role/boss',
      context: { 'iam:PassedToService': 'lambda.amazonaws.com' },
      allowedBy: ['inline policy way, statement 1'],
    },
    { action: 'lambda:CreateFunction' },
    { action: 'lambda:InvokeFunction' },
  ]);
  const identity = [{ Version: '2012-10-17', Statement: [grantOf(path)] }];
  const context = { 'iam:PassedToService': 'lambda.amazonaws.com' };
  const asked = { principal: callerOf(path), action: 'iam:PassRole', context };
  expect(
    evaluateRequest({ ...asked, resource: 'arn:aws:iam::111122223333:role/boss' }, { identity })
      .decision,
  ).toBe('allowed');
});
