import { type Blueprint, blueprints } from '@rolecall/core';
import { expect, it } from 'vitest';
import { account } from './account.fixture.ts';
import { manifestFor } from './blueprint-manifest.fixture.ts';
import { actAs, administratorAccess, bootstrapFor, bootstrapped } from './bootstrap.fixture.ts';

const attach = [administratorAccess, 'arn:aws:iam::aws:policy/PowerUserAccess'];

/** A manifest, by what it is called. */
export type Example = readonly [string, () => Promise<string>];

export function exampleOf(blueprint: Blueprint): Example {
  return [blueprint.id, async () => manifestFor(blueprint, { account })];
}

/** With its opt-ins, the apply role carries each out, and the plan role plans it. */
export function itCarriesOut(examples: readonly Example[]): void {
  it.each(examples)('%s', async (_, read) => {
    const text = await read();
    const { opened } = await bootstrapped(text, { attach });
    const { apply, plan } = await actAs(opened, 'rolecall-apply');
    expect(await apply(text)).toEqual([]);
    expect(await plan(text)).toEqual({ changes: 0, conflicts: [] });
  });

  it.each(examples)('%s, which the plan role can plan', async (_, read) => {
    const text = await read();
    const { opened } = await bootstrapped(text, { attach });
    const { plan, apply } = await actAs(opened, 'rolecall-plan');
    expect(await plan(text)).toMatchObject({ conflicts: [] });
    const before = JSON.stringify(opened.sandbox.state());
    const outcome = await apply(text).catch((error: unknown) => error);
    expect(outcome).toMatchObject({ code: 'ACCESS_DENIED' });
    expect(JSON.stringify(opened.sandbox.state())).toBe(before);
  });
}

/** Without opt-ins, what is not carried out is what the bootstrap says is missing. */
export function itLeavesGaps(used: readonly Blueprint[]): void {
  it.each(used.map(({ id }) => id))('%s leaves gaps that say what it takes', async (id) => {
    const blueprint = blueprints.find((one) => one.id === id);
    const text = blueprint ? manifestFor(blueprint, { account }) : '';
    const closed = await bootstrapFor(text, { allowed: [] });
    const open = await bootstrapFor(text, { attach });
    expect(open.gaps.filter(({ needs }) => needs !== 'manifest')).toEqual([]);
    const { opened } = await bootstrapped(text, { allowed: [] });
    const acting = await actAs(opened, 'rolecall-apply');
    const left = await acting.apply(text).catch((error: unknown) => [String(error)]);
    expect(left.length > 0).toBe(closed.gaps.length > 0);
  });
}
