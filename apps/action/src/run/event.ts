import { RolecallError } from '@rolecall/core';
import { z } from 'zod';

/** What set the run off, as far as a decision rests on it. */
export type Event =
  | PullRequestEvent
  | { readonly kind: 'push'; readonly ref: string; readonly before: string | undefined }
  | {
      readonly kind: 'merge_group';
      readonly baseRef: string;
      readonly baseSha: string;
      /** Read from the branch of the queue. */
      readonly number: number | undefined;
    }
  | { readonly kind: 'schedule' | 'workflow_dispatch'; readonly ref: string }
  | { readonly kind: 'other'; readonly name: string };

export interface PullRequestEvent {
  readonly kind: 'pull_request';
  /** `opened`, `synchronize`, `closed` … */
  readonly action: string;
  readonly number: number;
  readonly head: { readonly sha: string; readonly ref: string };
  readonly base: { readonly sha: string; readonly ref: string };
  /** From another repository, so without credentials and with a token that only reads. */
  readonly isFork: boolean;
  readonly isMerged: boolean;
}

export interface Repository {
  readonly owner: string;
  readonly name: string;
  readonly defaultBranch: string;
}

const sha = z.string().regex(/^[0-9a-f]{40}$/);
const repository = z.object({
  name: z.string(),
  owner: z.object({ login: z.string() }),
  default_branch: z.string(),
});
const side = z.object({
  sha,
  ref: z.string(),
  repo: z.object({ id: z.number() }).nullish(),
});
const pullRequest = z.object({
  action: z.string(),
  number: z.number().int(),
  pull_request: z.object({ head: side, base: side, merged: z.boolean().nullish() }),
});
const push = z.object({ ref: z.string(), before: z.string() });
const mergeGroup = z.object({
  merge_group: z.object({ base_ref: z.string(), base_sha: sha, head_ref: z.string() }),
});

/** Reads the payload. What an event lacks that its kind has is an error, never a guess. */
export function readEvent(name: string, payload: unknown, ref: string): Event {
  switch (name) {
    case 'pull_request': {
      const { action, number, pull_request } = parse(pullRequest, payload, name);
      const { head, base, merged } = pull_request;
      return {
        kind: 'pull_request',
        action,
        number,
        head: { sha: head.sha, ref: head.ref },
        base: { sha: base.sha, ref: base.ref },
        // A fork that is gone has no repository any more.
        isFork: head.repo?.id === undefined || head.repo.id !== base.repo?.id,
        isMerged: merged === true,
      };
    }
    case 'push': {
      const { before, ...rest } = parse(push, payload, name);
      // A new branch comes from nothing: forty zeros.
      return { kind: 'push', ref: rest.ref, before: /^0+$/.test(before) ? undefined : before };
    }
    case 'merge_group': {
      const { base_ref, base_sha, head_ref } = parse(mergeGroup, payload, name).merge_group;
      const number = /\/pr-(\d+)-[0-9a-f]{40}$/.exec(head_ref)?.[1];
      return {
        kind: 'merge_group',
        baseRef: base_ref,
        baseSha: base_sha,
        number: number === undefined ? undefined : Number(number),
      };
    }
    case 'schedule':
    case 'workflow_dispatch':
      return { kind: name, ref };
    default:
      return { kind: 'other', name };
  }
}

export function readRepository(payload: unknown): Repository {
  const { name, owner, default_branch } = parse(
    z.object({ repository }),
    payload,
    'this run',
  ).repository;
  return { name, owner: owner.login, defaultBranch: default_branch };
}

function parse<S extends z.ZodType>(schema: S, payload: unknown, name: string): z.output<S> {
  const parsed = schema.safeParse(payload);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues[0]?.path.join('.') ?? '';
  throw new RolecallError('USAGE', `The event of ${name} is not as GitHub writes it (${where}).`, {
    hint: 'The file that GITHUB_EVENT_PATH names must hold the payload of the event.',
  });
}
