import fc from 'fast-check';
import { expect, it } from 'vitest';
import { account, openAccount } from './testing/account.fixture.ts';
import { actAs, bootstrapFor, carryOutBootstrap } from './testing/bootstrap.fixture.ts';
import { arbitraryManifest } from './testing/manifest.arbitrary.ts';
import { twoRegions } from './testing/two-regions.fixture.ts';

const seed = Number(process.env.ROLECALL_SEED ?? 20261120);
const declarations = arbitraryManifest({ scopePath: '/rolecall/platform/' });

/** What is deleted has a kind too, though nothing of it is declared any more. */
const kinds = ['roles', 'policies', 'analyzers'] as const;

function textOf(sections: { readonly groups?: object }): string {
  const prune = { enabled: true, maxDeletes: 100 };
  const groups = { ...sections.groups, keep: {} };
  return JSON.stringify({ version: 1, scope: 'platform', account, prune, ...sections, groups });
}

it('with the opt-ins, the apply role gets from any manifest to any other', async () => {
  await fc.assert(
    fc.asyncProperty(declarations, declarations, async (first, second) => {
      const opened = openAccount({ scenario: twoRegions });
      for (const text of [textOf(first), textOf(second)]) {
        await carryOutBootstrap(opened, await bootstrapFor(text, { kinds }));
        const acting = await actAs(opened, 'rolecall-apply');
        const { conflicts } = await acting.plan(text);
        // A boundary cannot be made anew under those whom it bounds; that is said, and not done.
        fc.pre(!conflicts.some((message) => message.includes('made anew')));
        const left = await acting.apply(text);
        // Taking a boundary off is an administrator's.
        fc.pre(!left.some((one) => /^iam:Delete(Role|User)PermissionsBoundary /.test(one)));
        expect(left.filter((one) => one !== 'nothing-to-do')).toEqual([]);
        expect(await acting.plan(text)).toEqual({ changes: 0, conflicts: [] });
      }
    }),
    { numRuns: 12, seed, endOnFailure: true },
  );
});
