import { blueprints } from '@rolecall/core';
import { partitions } from '@rolecall/policy';
import { describe, expect, it } from 'vitest';
import { account, openAccount } from './testing/account.fixture.ts';
import { blueprintScenario, manifestFor } from './testing/blueprint-manifest.fixture.ts';

const others = partitions.map(({ id }) => id).filter((id) => id !== 'aws' && id !== 'aws-cn');

describe.each(others)('in %s', (partition) => {
  it.each(blueprints.map((blueprint) => [blueprint.id, blueprint] as const))(
    'the blueprint %s is applied whole and then left alone',
    async (_id, blueprint) => {
      const opened = openAccount({ partition, scenario: blueprintScenario });
      const text = manifestFor(blueprint, { account, partition });
      const applied = await opened.apply(text);
      expect(applied).toMatchObject({ kind: 'applied', report: { complete: true, warnings: [] } });
      expect(await opened.plan(text)).toMatchObject({ changes: [], conflicts: [] });
    },
  );
});
