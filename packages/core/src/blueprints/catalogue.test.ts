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

  it('copies no mistake or placeholder of the documentation', () => {
    const text = JSON.stringify(blueprint);
    expect(text).not.toMatch(/123456789012|111122223333|444455556666|999999999999/);
    expect(made).not.toMatch(/arn:aws|arn:[^"]* /);
  });

  it('uses every parameter and no other', () => {
    const names = [
      ...[...made.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name),
      ...[...made.matchAll(/\{\{arn:[^}]*\$(\w+)\}\}/g)].map(([, name]) => name),
      ...[...made.matchAll(/"when":"!?(\w+)/g)].map(([, name]) => name),
    ].filter((name) => name !== 'account' && name !== 'partition' && name !== 'scope');
    expect([...new Set(names)].sort()).toEqual(Object.keys(blueprint.parameters).sort());
  });

  it('names AWS as its first source', () => {
    expect(blueprint.sources[0]?.url).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
  });
});
