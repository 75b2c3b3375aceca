import { asList, type PolicyDocument, statementsOf } from '@rolecall/policy';
import { expect, it } from 'vitest';
import sourceKeys from '../data/service-source-keys.json' with { type: 'json' };
import { policyDocumentSchema } from '../model/policy-schema.ts';
import { blueprints, findBlueprint } from './catalogue.ts';
import { type Expansion, expandBlueprint } from './expand-blueprint.ts';
import { facts } from './testing/catalogue-facts.fixture.ts';
import { account, type BlueprintFacts, type StatementFacts } from './testing/facts.fixture.ts';
import { sourceTests } from './testing/service-role-facts.fixture.ts';

it('has facts for every blueprint', () => {
  const known = new Set(facts.map(({ id }) => id));
  expect([...known].sort()).toEqual(blueprints.map(({ id }) => id).sort());
});

it.each(facts)('$id with $values says what AWS documents, and no more', (expected) => {
  const { id, values = {} } = expected;
  const blueprint = findBlueprint(id);
  if (!blueprint) throw new Error(`no blueprint ${id}`);
  const context = { account, partition: 'aws', scope: 'platform' };
  const expansion = expandBlueprint({ blueprint, values, context });
  if (!expansion.success) throw new Error(JSON.stringify(expansion.diagnostics));
  const complete: Required<BlueprintFacts> = {
    groups: {},
    users: {},
    copies: {},
    linkedRoles: [],
    profiles: {},
    providers: {},
    permissionSets: {},
    analyzers: {},
    assigned: [],
    values,
    ...expected,
  };
  expect({ id, values, ...readFacts(expansion) }).toEqual({
    ...complete,
    roles: mapValues(complete.roles, ({ inline = {}, ...role }) => ({ ...role, inline })),
    groups: mapValues(complete.groups, ({ inline = {}, ...group }) => ({ ...group, inline })),
  });
});

it.each([...sourceTests])('%s tests its source %s', (id, source) => {
  const option = findBlueprint(id)?.parameters.strictTrust;
  expect(option?.default).toBe(source === 'option' ? false : undefined);
});

it('asks unasked for the source only of services that are known to send it', () => {
  // Beside those of the checks: the pages of Proton, DMS logs and Roles Anywhere say so themselves.
  const others = ['proton', 'codebuild', 'dms', 'rolesanywhere'].map((id) => `${id}.amazonaws.com`);
  const known = [...Object.keys(sourceKeys.services), ...others];
  const services = facts
    .filter(({ values }) => values?.strictTrust !== true)
    .flatMap(({ roles }) => Object.values(roles))
    .filter(({ condition }) => JSON.stringify(condition ?? {}).includes('"aws:Source'))
    .flatMap(({ principal }) => principal.Service ?? []);
  expect(new Set(services).size).toBeGreaterThan(12);
  expect(services.filter((service) => !known.includes(service))).toEqual([]);
});

it('lets a role be passed to each of the services that it trusts, or to none', () => {
  const several = facts
    .map(({ roles, companions }) => ({
      services: Object.values(roles).flatMap(({ principal: { Service = [] } }) => Service),
      passedTo: companions.flatMap(([action, test]) =>
        action === 'iam:PassRole' ? test.replace('iam:PassedToService=', '') : [],
      ),
    }))
    .filter(({ services, passedTo }) => services.length > 1 && passedTo.length > 0);
  expect(several.length).toBeGreaterThan(1);
  for (const { services, passedTo } of several) expect(passedTo.sort()).toEqual(services.sort());
});

function readFacts({ sections, companions }: Extract<Expansion, { success: true }>) {
  return {
    roles: mapValues(sections.roles, ({ trust, managedPolicies, inlinePolicies }) => ({
      ...readTrust(trust),
      managedPolicies,
      inline: mapValues(inlinePolicies, readStatements),
    })),
    groups: mapValues(sections.groups, ({ managedPolicies, inlinePolicies }) => ({
      managedPolicies,
      inline: mapValues(inlinePolicies, readStatements),
    })),
    users: mapValues(sections.users, (user) => [...user.groups, ...user.managedPolicies]),
    copies: mapValues(sections.policies, ({ document }) =>
      'copyOf' in document ? document.copyOf : 'no copy',
    ),
    linkedRoles: Object.keys(sections.serviceLinkedRoles),
    profiles: mapValues(sections.instanceProfiles, ({ role }) => role),
    providers: mapValues(sections.oidcProviders, ({ clientIds }) => clientIds),
    permissionSets: mapValues(sections.identityCenter.permissionSets, (set) => [
      set.sessionDuration,
      ...set.managedPolicies,
    ]),
    analyzers: mapValues(sections.analyzers, ({ type, regions }) => [type, ...regions]),
    assigned: sections.identityCenter.assignments.map(({ permissionSet, group, accounts }) =>
      [permissionSet, group, ...accounts].join(' '),
    ),
    companions: companions.map(({ statement }) => {
      const document = policyDocumentSchema.parse({ Statement: statement });
      const [row] = readStatements(document);
      const [actions = [], resources = [], condition] = row ?? [];
      const tests = Object.entries(condition ?? {}).flatMap(([operator, keys]) =>
        Object.entries(keys).map(([key, value]) =>
          operator === 'StringEquals' ? `${key}=${String(value)}` : `${operator} ${key}`,
        ),
      );
      return [actions.join(), tests.join(), resources.join()];
    }),
  };
}

/** Who may assume a role, by its one statement. */
function readTrust(trust: PolicyDocument) {
  const [statement, ...more] = statementsOf(trust);
  if (!statement || more.length > 0) throw new Error('a trust policy of one statement');
  const { Sid, Effect, Principal, Action, Condition, ...rest } = statement;
  expect({ Effect, rest }).toEqual({ Effect: 'Allow', rest: {} });
  return {
    principal: mapValues(typeof Principal === 'object' ? Principal : {}, asList),
    action: asList(Action),
    condition: Condition,
  };
}

function readStatements(document: PolicyDocument): readonly StatementFacts[] {
  return statementsOf(document).map((statement) => {
    const { Sid, Effect, Action, NotAction, Resource, Condition, ...rest } = statement;
    expect({ Effect, rest }).toEqual({ Effect: 'Allow', rest: {} });
    const actions = [...asList(Action), ...asList(NotAction).map((action) => `not ${action}`)];
    const resources = asList(Resource);
    return Condition ? [actions, resources, Condition] : [actions, resources];
  });
}

function mapValues<From, To>(
  record: { readonly [key: string]: From },
  change: (value: From) => To,
): { [key: string]: To } {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
