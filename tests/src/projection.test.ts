import { compareSnapshots, principalsOf, projectSnapshot, type Snapshot } from '@rolecall/core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { account, openAccount } from './testing/account.fixture.ts';
import { arbitraryManifest } from './testing/manifest.arbitrary.ts';
import { twoRegions } from './testing/two-regions.fixture.ts';

const declarations = arbitraryManifest({ scopePath: '/rolecall/platform/' });

function textOf(sections: { readonly groups?: object }): string {
  const prune = { enabled: true, maxDeletes: 100 };
  const groups = { ...sections.groups, keep: {} };
  return JSON.stringify({ version: 1, scope: 'platform', account, prune, ...sections, groups });
}

it('shows beforehand the access that applying the plan leaves', async () => {
  await fc.assert(
    fc.asyncProperty(declarations, declarations, async (first, second) => {
      const opened = openAccount({ scenario: twoRegions });
      for (const text of [textOf(first), textOf(second)]) {
        const planned = await opened.planned(text);
        fc.pre(planned.plan.conflicts.length === 0);
        const projected = projectSnapshot(planned.snapshot, planned.plan);
        await opened.apply(text);
        const { snapshot } = await opened.planned(text);
        expect(accessIn(projected)).toEqual(accessIn(snapshot));
        expect(compareSnapshots(projected, snapshot).filter(isOurs)).toEqual([]);
      }
    }),
    { numRuns: 20, seed: 20261121 },
  );
});

/** What a service-linked role may do, AWS decides when it makes it. */
function isOurs({ arn }: { readonly arn: string }): boolean {
  return !arn.includes(':role/aws-service-role/');
}

/** Ids of what is new are not known beforehand. */
function accessIn(snapshot: Snapshot) {
  const principals = principalsOf(snapshot) ?? [];
  return principals
    .filter(isOurs)
    .map(({ id: _, policies, ...rest }) => ({
      ...rest,
      policies: policies.toSorted((a, b) => a.label.localeCompare(b.label)),
    }))
    .toSorted((a, b) => a.arn.localeCompare(b.arn));
}
