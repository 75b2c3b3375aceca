import { expect, it } from 'vitest';
import type { Event } from './event.ts';
import { type Mode, modes } from './inputs.ts';
import { requireFitting } from './require-fitting.ts';

const repository = { owner: 'acme', name: 'iam', defaultBranch: 'main' };
const sha = 'a'.repeat(40);
const pull: Event = {
  kind: 'pull_request',
  action: 'opened',
  number: 1,
  head: { sha, ref: 'topic' },
  base: { sha, ref: 'main' },
  isFork: false,
  isMerged: false,
};
const push = (ref: string): Event => ({ kind: 'push', ref, before: sha });
const queue = (baseRef: string): Event => ({
  kind: 'merge_group',
  baseRef,
  baseSha: sha,
  number: 1,
});
const byHand = (ref: string): Event => ({ kind: 'workflow_dispatch', ref });
const main = 'refs/heads/main';
const planning: readonly Mode[] = ['check', 'plan', 'drift'];

it.each<[string, Event, readonly Mode[]]>([
  ['a pull request', pull, planning],
  ['a push to the default branch', push(main), modes],
  ['a push to another branch', push('refs/heads/main2'), planning],
  ['a push of a tag of that name', push('refs/tags/main'), planning],
  ['the merge queue', queue(main), modes],
  ['the merge queue of another branch', queue('refs/heads/next'), planning],
  ['by hand on the default branch', byHand(main), modes],
  ['by hand elsewhere', byHand('refs/heads/topic'), planning],
  ['the clock', { kind: 'schedule', ref: main }, modes],
  ['the clock elsewhere', { kind: 'schedule', ref: 'refs/heads/topic' }, planning],
  ['pull_request_target', { kind: 'other', name: 'pull_request_target' }, []],
  ['workflow_run', { kind: 'other', name: 'workflow_run' }, ['check', 'drift']],
  ['a comment', { kind: 'other', name: 'issue_comment' }, ['check', 'drift']],
])('on %s', (_, event, allowed) => {
  const fits = modes.filter((mode) => {
    try {
      requireFitting({ inputs: { mode, planId: undefined }, event, repository });
      return true;
    } catch {
      return false;
    }
  });
  expect(fits).toEqual(allowed);
});

it.each<[Mode, Event]>([
  ['plan', byHand(main)],
  ['apply', push(main)],
])('takes no plan-id for %s', (mode, event) => {
  const inputs = { mode, planId: 'b'.repeat(64) };
  expect(() => requireFitting({ inputs, event, repository })).toThrow(/plan-id/);
});
