import { describe, expect, it } from 'vitest';
import { findBlueprint } from '../blueprints/catalogue.ts';
import { lifecycle } from '../blueprints/lifecycle.ts';
import { readValues } from '../blueprints/read-values.ts';
import { findCheck } from '../checks/index.ts';
import { aSnapshot } from '../checks/testing/snapshot.fixture.ts';
import { defaultCheckSettings } from '../model/settings.ts';
import { guides } from './catalogue.ts';
import { factsIn } from './fill-instructions.ts';
import type { GuideStep } from './guide.ts';
import { guideFacts } from './guide-facts.ts';
import { needsNothing, requirementIds, stepsCovering } from './requirements.ts';

const steps = guides.flatMap((guide) =>
  guide.steps.map((step) => ({ name: `${guide.id}/${step.id}`, guide, step })),
);
const facts = Object.keys(guideFacts(aSnapshot({}), defaultCheckSettings));

it('has the eight guides', () => {
  expect(guides.map(({ id }) => id)).toEqual([
    'aws-account',
    'iam-tutorial',
    'emergency-access',
    'github-actions-oidc',
    'ecs-express',
    'app-runner',
    'incident-manager',
    'proton',
  ]);
});

describe('every numbered requirement of the documents', () => {
  it.each(requirementIds)('%s is covered by a step, or needs nothing', (id) => {
    const listed = needsNothing.some((each) => each.id === id);
    expect(stepsCovering(id).length > 0).toBe(!listed);
  });

  it('is all that steps and the list speak of', () => {
    const spoken = [
      ...steps.flatMap(({ step }) => step.covers),
      ...needsNothing.map(({ id }) => id),
    ];
    expect(spoken.filter((id) => !requirementIds.includes(id))).toEqual([]);
    expect(requirementIds.length).toBe(127);
  });
});

describe('every guide', () => {
  it.each(guides)('$id begins with how to get in as somebody else than root', ({ steps: all }) => {
    const at = all.findIndex(({ settled }) => settled.by === 'caller');
    // Before that there is at most the account itself.
    expect(all.slice(0, at + 1).map(({ id }) => id)).toEqual(
      at === 1 ? ['account-exists', 'first-credential'] : ['first-credential'],
    );
  });

  it.each(guides)('$id names a lifecycle, guides and steps that exist', (guide) => {
    const ids = guide.steps.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    if (guide.service !== undefined) expect(lifecycle.services).toHaveProperty(guide.service);
    if (guide.successor !== undefined) {
      expect(guides.map(({ id }) => id)).toContain(guide.successor);
    }
    expect(guide.steps.flatMap(referencesOf).filter((id) => !ids.includes(id))).toEqual([]);
    const documents = guide.steps.map(({ source }) => source.document);
    expect([...new Set(documents)].toSorted()).toEqual(Object.keys(guide.documents).toSorted());
  });
});

describe('every step', () => {
  it.each(steps)('$name names checks that exist', ({ step }) => {
    expect(checksOf(step).filter((id) => findCheck(id) === undefined)).toEqual([]);
  });

  it.each(steps)(
    '$name uses a blueprint with parameters that it has',
    ({ guide, step: { settled } }) => {
      if (settled.by !== 'blueprint') return;
      const blueprint = findBlueprint(settled.use);
      expect(blueprint).toBeDefined();
      if (blueprint === undefined) return;
      const text = JSON.stringify(settled.with)
        .replaceAll('{{account}}', '111122223333')
        .replaceAll('{{partition}}', 'aws')
        .replaceAll(/\{\{arn:[a-z-]+\}\}/g, 'arn:aws:iam::111122223333:user/EmergencyAccess');
      const given: { readonly [name: string]: unknown } = JSON.parse(text);
      const place = { account: '111122223333', partition: 'aws' };
      const faults = readValues(blueprint, given, place).diagnostics.filter(
        ({ message }) => !message.includes('is missing'),
      );
      expect(faults).toEqual([]);
      // A blueprint of a closed service stands in the guide that asks first who its customers are.
      if (blueprint.service !== undefined) expect(guide.service).toBe(blueprint.service);
      const named = [
        ...JSON.stringify([settled.signs, settled.emergencyPrincipals]).matchAll(/\{\{(\w+)\}\}/g),
      ];
      for (const [, name = ''] of named) expect(blueprint.parameters).toHaveProperty(name);
    },
  );

  it.each(steps)('$name asks for facts that can be filled in', ({ step: { settled } }) => {
    const instructions = 'instructions' in settled ? (settled.instructions ?? {}) : {};
    expect(factsIn(JSON.stringify(instructions)).filter((name) => !facts.includes(name))).toEqual(
      [],
    );
  });
});

function referencesOf({ unlessDone, weaker, settled }: GuideStep): readonly string[] {
  return [
    ...unlessDone,
    ...(weaker?.step === undefined ? [] : [weaker.step]),
    ...(settled.by === 'blueprint' && settled.madeWith !== undefined ? [settled.madeWith] : []),
    ...(settled.by === 'blueprint'
      ? [...JSON.stringify(settled.with).matchAll(/\{\{arn:([a-z-]+)\}\}/g)].flatMap(
          ([, id]) => id ?? [],
        )
      : []),
  ];
}

function checksOf({ settled, weaker }: GuideStep): readonly string[] {
  return [
    ...(settled.by === 'checks' ? settled.checks.map(({ check }) => check) : []),
    ...(weaker === undefined ? [] : [weaker.check]),
  ];
}
