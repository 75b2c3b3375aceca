import { expect, it } from 'vitest';
import { blueprints, findBlueprint } from './catalogue.ts';
import { lifecycle } from './lifecycle.ts';
import { refusal } from './lifecycle-gate.ts';

const seen = (...services: string[]) => ({
  includeRetired: false,
  servicesSeen: new Set(services),
});
const insisting = { includeRetired: true, servicesSeen: new Set<string>() };

it.each<[string, ReturnType<typeof seen>, boolean]>([
  ['proton', seen(), true],
  ['proton', seen('sync.proton.amazonaws.com', 'apprunner.amazonaws.com'), true],
  ['proton', insisting, false],
  ['app-runner', seen(), true],
  ['app-runner', seen('ssm-incidents.amazonaws.com'), true],
  ['app-runner', seen('networking.apprunner.amazonaws.com'), false],
  ['app-runner', insisting, false],
  ['incident-manager', seen(), true],
  ['incident-manager', seen('ssm-incidents.amazonaws.com'), false],
  ['unheard-of', seen(), false],
])('%s, %j', (service, account, isRefused) => {
  expect(refusal({ id: 'x', service }, account) !== undefined).toBe(isRefused);
});

it('says since when, from where, and what instead', () => {
  const said = refusal({ id: 'app-runner-instance', service: 'app-runner' }, seen());
  expect(said?.message).toContain('2026-04-30');
  expect(said?.message).toContain('https://docs.aws.amazon.com/apprunner/');
  expect(said?.hint).toContain('"ecs-express"');
  expect(said?.hint).toContain('includeRetired');
});

it('refuses nothing whose service is alive', () => {
  const alive = blueprints.filter(({ service }) => service === undefined);
  expect(alive.length).toBeGreaterThan(0);
  for (const blueprint of alive) expect(refusal(blueprint, seen())).toBeUndefined();
});

it('knows every service that blueprints name, and every successor', () => {
  const services = blueprints.flatMap(({ service }) => service ?? []);
  expect([...new Set(services)].sort()).toEqual(Object.keys(lifecycle.services).sort());
  const successors = Object.values(lifecycle.services).flatMap(({ successor }) => successor ?? []);
  for (const id of successors) expect(findBlueprint(id)).toBeDefined();
});
