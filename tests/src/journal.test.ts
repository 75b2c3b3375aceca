import { type JournalEntry, type JournalPort, RolecallError } from '@rolecall/core';
import { expect, it } from 'vitest';
import { account, openAccount, type TestAccount } from './testing/account.fixture.ts';

const trust =
  '{Statement: [{Effect: Allow, Principal: {Service: ec2.amazonaws.com}, Action: sts:AssumeRole}]}';
const manifest = `version: 1
scope: platform
account: "${account}"
roles:
  one: {trust: ${trust}, managedPolicies: [ReadOnlyAccess]}
  two: {trust: ${trust}, managedPolicies: [ReadOnlyAccess]}
`;

/** A journal in memory, whose disk is full once an entry of a kind comes for the nth time. */
function journalOf({ clock }: TestAccount, full?: { readonly kind: string; readonly nth: number }) {
  const entries: JournalEntry[] = [];
  let met = 0;
  const port: JournalPort = {
    append: async (added) => {
      met += added.filter(({ kind }) => kind === full?.kind).length;
      if (full && met >= full.nth)
        throw new RolecallError('JOURNAL_INVALID', 'No space is left for the journal.');
      entries.push(...added);
    },
    read: async () => entries,
  };
  return { entries, choice: { port, run: 'run', door: 'test', now: clock.now } };
}

it('stops a run before what cannot be written down, and tells how far it came', async () => {
  const opened = openAccount();
  const { choice } = journalOf(opened, { kind: 'change-begun', nth: 2 });
  const applied = await opened.apply(manifest, { journal: choice, concurrency: 1 });
  if (applied.kind !== 'applied') throw new Error(applied.kind);
  const { complete, interrupted, results } = applied.report;
  expect({ complete, interrupted }).toEqual({ complete: false, interrupted: true });
  expect(results.map(({ resource, status }) => `${resource} ${status}`)).toEqual([
    'role/one done',
    'role/one done',
    'role/two not-started',
    'role/two not-started',
  ]);
  expect(results.at(-1)?.message).toContain('No space is left');
  expect(opened.writes()).toEqual(['iam:CreateRole', 'iam:AttachRolePolicy']);
});

it('only warns where the end of a run cannot be written down', async () => {
  const opened = openAccount();
  const { choice } = journalOf(opened, { kind: 'run-ended', nth: 1 });
  const said: string[] = [];
  const applied = await opened.apply(manifest, {
    journal: choice,
    onEvent: (event) => event.kind === 'warning' && said.push(event.message),
  });
  expect(applied).toMatchObject({ kind: 'applied', report: { complete: true } });
  expect(said).toEqual([expect.stringContaining('No space is left')]);
});

it('of another account or scope tells nothing', async () => {
  const opened = openAccount();
  const { entries, choice } = journalOf(opened);
  const said = { run: 'other', at: '2026-11-20T11:00:00.000Z' };
  const begun = {
    ...said,
    version: 1,
    partition: 'aws',
    planId: 'p',
    reviewedPlanId: null,
  } as const;
  const replaced: JournalEntry = {
    kind: 'change-begun',
    ...said,
    change: 'replace',
    resource: 'policy/p',
    operations: [
      {
        id: 'x',
        action: 'iam:AttachRolePolicy',
        facet: 'managedPolicies/p',
        input: { RoleName: 'two', PolicyArn: 'arn:aws:iam::999999999999:policy/p' },
        before: null,
        after: null,
      },
    ],
  };
  const warnings = async (where: { readonly account: string; readonly scope: string }) => {
    const told: string[] = [];
    entries.splice(0);
    entries.push({ kind: 'run-begun', ...begun, ...where, caller: 'c', door: 'd' }, replaced);
    await opened.apply(manifest, {
      journal: choice,
      onEvent: (event) => event.kind === 'warning' && told.push(event.message),
    });
    return told;
  };
  await opened.apply(manifest);
  expect(await warnings({ account, scope: 'platform' })).toHaveLength(1);
  expect(await warnings({ account: '999999999999', scope: 'platform' })).toEqual([]);
  expect(await warnings({ account, scope: 'other' })).toEqual([]);
});
