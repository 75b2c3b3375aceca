import { RolecallError } from '@rolecall/core';

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

const sha = /^[0-9a-f]{40}$/;

/** Reads the payload. What an event lacks that its kind has is an error, never a guess. */
export function readEvent(name: string, payload: unknown, ref: string): Event {
  switch (name) {
    case 'pull_request': {
      const event = reader(payload, name);
      const pull = event.object('pull_request');
      const [head, base] = [pull.object('head'), pull.object('base')];
      // A fork that is gone has no repository any more.
      const [from, to] = [head, base].map((side) => side.optional('repo')?.number('id'));
      return {
        kind: 'pull_request',
        action: event.text('action'),
        number: event.number('number'),
        head: { sha: head.text('sha', sha), ref: head.text('ref') },
        base: { sha: base.text('sha', sha), ref: base.text('ref') },
        isFork: from === undefined || from !== to,
        isMerged: pull.value('merged') === true,
      };
    }
    case 'push': {
      const event = reader(payload, name);
      const before = event.text('before', sha);
      // A new branch comes from nothing: forty zeros.
      const isNew = /^0+$/.test(before);
      return { kind: 'push', ref: event.text('ref'), before: isNew ? undefined : before };
    }
    case 'merge_group': {
      const group = reader(payload, name).object('merge_group');
      const number = /\/pr-(\d+)-[0-9a-f]{40}$/.exec(group.text('head_ref'))?.[1];
      return {
        kind: 'merge_group',
        baseRef: group.text('base_ref'),
        baseSha: group.text('base_sha', sha),
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
  const repository = reader(payload, 'this run').object('repository');
  return {
    name: repository.text('name'),
    owner: repository.object('owner').text('login'),
    defaultBranch: repository.text('default_branch'),
  };
}

interface Reader {
  value(member: string): unknown;
  text(member: string, pattern?: RegExp): string;
  number(member: string): number;
  object(member: string): Reader;
  /** `undefined` where the member is missing, or null. */
  optional(member: string): Reader | undefined;
}

/** Reads members of a payload by hand: this runs before anything large is loaded. */
function reader(payload: unknown, event: string, path: readonly string[] = []): Reader {
  const members: ReadonlyMap<string, unknown> = new Map(
    typeof payload === 'object' && payload !== null ? Object.entries(payload) : [],
  );
  const value = (member: string) => members.get(member);
  const wrong = (member: string) => notAsWritten(event, [...path, member]);
  const object = (member: string): Reader => {
    const found = value(member);
    if (typeof found !== 'object' || found === null) throw wrong(member);
    return reader(found, event, [...path, member]);
  };
  return {
    value,
    object,
    optional: (member) => ((value(member) ?? null) === null ? undefined : object(member)),
    text: (member, pattern = /^/) => {
      const found = value(member);
      if (typeof found !== 'string' || !pattern.test(found)) throw wrong(member);
      return found;
    },
    number: (member) => {
      const found = value(member);
      if (typeof found !== 'number' || !Number.isSafeInteger(found)) throw wrong(member);
      return found;
    },
  };
}

function notAsWritten(event: string, path: readonly string[]): RolecallError {
  return new RolecallError(
    'USAGE',
    `The event of ${event} is not as GitHub writes it (${path.join('.')}).`,
    { hint: 'The file that GITHUB_EVENT_PATH names must hold the payload of the event.' },
  );
}
