import { expect, it } from 'vitest';
import { readEvent } from './event.ts';

const sha = 'a'.repeat(40);
const side = (id: number | null) => ({
  sha,
  ref: 'topic',
  repo: id === null ? null : { id },
});
const pull = (head: number | null, merged?: boolean) => ({
  action: 'opened',
  number: 7,
  pull_request: { head: side(head), base: side(1), merged },
});

it.each<[string, unknown, object]>([
  ['pull_request', pull(1), { number: 7, isFork: false, isMerged: false }],
  ['pull_request', pull(2, true), { isFork: true, isMerged: true }],
  ['pull_request', pull(null), { isFork: true }],
  ['push', { ref: 'refs/heads/main', before: sha }, { ref: 'refs/heads/main', before: sha }],
  ['push', { ref: 'refs/heads/main', before: '0'.repeat(40) }, { before: undefined }],
  [
    'merge_group',
    {
      merge_group: {
        base_ref: 'refs/heads/main',
        base_sha: sha,
        head_ref: `refs/heads/gh-readonly-queue/main/pr-104-${sha}`,
      },
    },
    { number: 104 },
  ],
  [
    'merge_group',
    { merge_group: { base_ref: 'refs/heads/main', base_sha: sha, head_ref: 'refs/heads/x' } },
    { number: undefined },
  ],
  ['schedule', {}, { kind: 'schedule', ref: 'refs/heads/main' }],
  ['pull_request_target', pull(2), { kind: 'other', name: 'pull_request_target' }],
])('reads %s', (name, payload, expected) => {
  expect(readEvent(name, payload, 'refs/heads/main')).toMatchObject(expected);
});

it.each<[string, unknown]>([
  ['pull_request', {}],
  ['pull_request', { ...pull(1), number: '7' }],
  [
    'pull_request',
    { ...pull(1), pull_request: { head: { ...side(1), sha: '; rm' }, base: side(1) } },
  ],
  ['push', { ref: 'refs/heads/main' }],
  ['merge_group', null],
])('takes nothing else for %s', (name, payload) => {
  expect(() => readEvent(name, payload, '')).toThrow(expect.objectContaining({ code: 'USAGE' }));
});
