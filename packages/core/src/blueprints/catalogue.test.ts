import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { blueprints, findBlueprint, nearestBlueprint } from './catalogue.ts';

const files = readdirSync(new URL('./catalogue/', import.meta.url)).sort();

describe('the list', () => {
  it('holds every file, called by its id', () => {
    expect(blueprints.map(({ id }) => `${id}.json`)).toEqual(files);
  });

  it('finds by id, and by what is like it', () => {
    expect(findBlueprint('ecs-express')?.title).toContain('Express');
    expect(findBlueprint('ecs-expres')).toBeUndefined();
    expect(nearestBlueprint('ecs-expres')?.id).toBe('ecs-express');
    expect(nearestBlueprint('kubernetes')).toBeUndefined();
  });
});

describe.each(blueprints)('$id', (blueprint) => {
  const made = JSON.stringify([blueprint.resources, blueprint.companions]);
  const guards = Object.values(blueprint.parameters).flatMap((parameter) =>
    parameter.type === 'list' && parameter.guard ? [parameter.guard.unless] : [],
  );

  it('copies no mistake or placeholder of the documentation', () => {
    // Examples are written for the account that the documentation uses throughout.
    const text = JSON.stringify(blueprint, (key, value: unknown) =>
      key === 'example' ? undefined : value,
    );
    expect(text).not.toMatch(/123456789012|111122223333|444455556666|999999999999/);
    expect(made).not.toMatch(/arn:aws|arn:[^"]* /);
  });

  it('uses every parameter and no other', () => {
    const names = [
      ...[...made.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name),
      ...[...made.matchAll(/\{\{arn:[^}]*\$(\w+)\}\}/g)].map(([, name]) => name),
      ...[...made.matchAll(/"when":"!?(\w+)/g)].map(([, name]) => name),
      ...guards,
    ].filter((name) => name !== 'account' && name !== 'partition' && name !== 'scope');
    expect([...new Set(names)].sort()).toEqual(Object.keys(blueprint.parameters).sort());
  });

  it('guards values by booleans that are false unless somebody says otherwise', () => {
    for (const name of guards) {
      expect(blueprint.parameters[name]).toMatchObject({ type: 'boolean', default: false });
    }
  });

  it('names AWS as its first source', () => {
    expect(blueprint.sources[0]?.url).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
  });
});
