import { describe, expect, it } from 'vitest';
import type { TestAccount } from './testing/account.fixture.ts';
import {
  applied,
  everything as first,
  centerManifest as manifest,
  openCenter as open,
} from './testing/identity-center.fixture.ts';

describe('cut off at any write', () => {
  /** When things were made, and in which order, hangs on the cut. */
  const stateOf = ({ sandbox }: TestAccount): unknown => {
    const text = JSON.stringify(sandbox.state()).replace(/"createdAt":"[^"]+"/g, '"createdAt":""');
    const state = JSON.parse(text);
    const assignments: unknown[] = state.identityCenter.assignments;
    const sorted = assignments.map((one) => JSON.stringify(one)).sort();
    return { ...state, identityCenter: { ...state.identityCenter, assignments: sorted } };
  };

  it('the next run finishes the job, and makes nothing twice', async () => {
    const whole = open();
    await applied(whole, manifest(first));
    const count = whole.writes().length;
    const state = stateOf(whole);
    for (let after = 0; after < count; after += 1) {
      const opened = open();
      opened.sandbox.faults.stopAfterWrites = after;
      await opened.apply(manifest(first)).catch(() => undefined);
      opened.sandbox.faults.stopAfterWrites = undefined;
      await opened.apply(manifest(first));
      expect([after, stateOf(opened)]).toEqual([after, state]);
      expect((await opened.plan(manifest(first))).changes).toEqual([]);
    }
    expect(count).toBeGreaterThan(15);
  }, 120_000);
});
