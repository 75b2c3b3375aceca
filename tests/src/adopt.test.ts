import { readReviewedPlan } from '@rolecall/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { essence, expectApplied } from './testing/convergence-laws.fixture.ts';
import { importFrom, openScenario } from './testing/importing.fixture.ts';
import { arbitraryScenario } from './testing/scenario.arbitrary.ts';

const seed = 20261121;
const scenarios = arbitraryScenario({ crowded: false });

/** Declares what another account has: of what is here most is taken over, and changed on the way. */
async function declarationOf(scenario: unknown): Promise<string> {
  return (await importFrom(openScenario(scenario))).text;
}

describe('taking over what is there', () => {
  it('leaves nothing to plan, and makes nothing anew', async () => {
    await fc.assert(
      fc.asyncProperty(scenarios, scenarios, async (here, wanted) => {
        const opened = openScenario(here);
        const text = await declarationOf(wanted);
        const plan = await opened.plan(text);
        fc.pre(plan.conflicts.length === 0);
        await expectApplied(opened, text);
        expect(await opened.plan(text)).toMatchObject({ changes: [], conflicts: [] });
        expect(opened.writes().filter((action) => removal.test(action))).toEqual([]);
      }),
      { numRuns: 10, seed },
    );
  });

  it('ends in the same state when it is cut off anywhere and run again', async () => {
    await fc.assert(
      fc.asyncProperty(scenarios, scenarios, fc.nat(20), async (here, wanted, cut) => {
        const text = await declarationOf(wanted);
        const whole = openScenario(here);
        fc.pre((await whole.plan(text)).conflicts.length === 0);
        await expectApplied(whole, text);

        const broken = openScenario(here);
        broken.sandbox.faults.stopAfterWrites = cut;
        await broken.apply(text).catch(() => undefined);
        broken.sandbox.faults.stopAfterWrites = undefined;
        await expectApplied(broken, text);

        expect(await essence(broken)).toEqual(await essence(whole));
      }),
      { numRuns: 8, seed },
    );
  });

  it('goes on with the plan that was reviewed before it was cut off', async () => {
    await fc.assert(
      fc.asyncProperty(scenarios, scenarios, fc.nat(20), async (here, wanted, cut) => {
        const text = await declarationOf(wanted);
        const opened = openScenario(here);
        const plan = await opened.plan(text);
        fc.pre(plan.conflicts.length === 0);
        const reviewed = readReviewedPlan(JSON.parse(JSON.stringify(plan)), 'plan.json');
        opened.sandbox.faults.stopAfterWrites = cut;
        await opened.apply(text, { reviewed }).catch(() => undefined);
        opened.sandbox.faults.stopAfterWrites = undefined;
        await opened.apply(text, { reviewed });
        expect(await opened.plan(text)).toMatchObject({ changes: [] });
      }),
      { numRuns: 8, seed },
    );
  });
});

const removal = /:Delete(?:Role|User|Group|Policy|InstanceProfile|OpenIDConnectProvider)$/;

it('takes nothing over that moved since it was reviewed, though it would stay', async () => {
  const scenario = { roles: { web: { trustService: 'lambda.amazonaws.com' } } };
  const opened = openScenario(scenario);
  const text = `${(await importFrom(opened, ['role/web'])).text}    exclusive: false\n`;
  const plan = await opened.plan(text);
  const reviewed = readReviewedPlan(JSON.parse(JSON.stringify(plan)), 'plan.json');
  // Somebody attaches a policy: the declaration would let it be, the review did not see it.
  const attached = openScenario({
    roles: { web: { ...scenario.roles.web, attach: ['aws:AdministratorAccess'] } },
  });
  await expect(attached.apply(text, { reviewed })).rejects.toMatchObject({ code: 'PLAN_CHANGED' });
  expect(attached.writes()).toEqual([]);
});
