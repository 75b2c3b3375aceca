import { expect, it } from 'vitest';
import { blueprintSchema } from '../../packages/core/src/blueprints/blueprint.ts';
import { blueprints } from '../../packages/core/src/blueprints/catalogue.ts';
import { expandBlueprint } from '../../packages/core/src/blueprints/expand-blueprint.ts';
import { withoutProse } from './without-prose.ts';

const context = { account: '111122223333', partition: 'aws', scope: 'platform' };

it.each(blueprints)('$id makes the same without its prose', (blueprint) => {
  const bare = blueprintSchema.parse(withoutProse({ ...blueprint }));
  const examples = Object.entries(blueprint.parameters).flatMap(([name, { example }]) =>
    example === undefined ? [] : [[name, example]],
  );
  const values = Object.fromEntries(examples);
  const whole = expandBlueprint({ blueprint, values, context });
  const made = expandBlueprint({ blueprint: bare, values, context });
  expect(whole.success).toBe(true);
  expect('sections' in made && made.sections).toEqual('sections' in whole && whole.sections);
  expect(JSON.stringify(bare).length).toBeLessThan(JSON.stringify(blueprint).length);
});
