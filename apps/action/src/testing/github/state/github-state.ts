import type { Files, GitObjects } from './git-objects.ts';

export interface Repository {
  readonly id: number;
  readonly owner: string;
  readonly ownerId: number;
  readonly name: string;
  /** `owner/name`. */
  readonly fullName: string;
  readonly private: boolean;
  readonly defaultBranch: string;
  readonly hasIssues: boolean;
}

export interface Commit {
  readonly sha: string;
  readonly tree: string;
  readonly files: Files;
  readonly parents: readonly string[];
  readonly author: string;
  readonly message: string;
  readonly date: string;
}

/** A pull request; change its members with the functions in `pulls.ts`. */
export interface Pull {
  readonly number: number;
  title: string;
  body: string;
  readonly author: string;
  draft: boolean;
  state: 'open' | 'closed';
  readonly base: { readonly ref: string; sha: string };
  readonly head: { readonly ref: string; sha: string; readonly repository: string };
  /** Of the merge that GitHub tries while it is open, afterwards of the one that was made. */
  mergeCommitSha: string | null;
  mergedBy: string | null;
  mergedAt: string | null;
  readonly createdAt: string;
}

export interface Review {
  readonly id: number;
  readonly pull: number;
  readonly author: string;
  state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED' | 'PENDING';
  /** Null once the commit is gone. */
  readonly commitId: string | null;
  readonly submittedAt: string;
}

export interface Activity {
  readonly id: number;
  readonly actor: string | null;
  /** `refs/heads/main`. */
  readonly ref: string;
  readonly before: string;
  readonly after: string;
  readonly type:
    | 'push'
    | 'force_push'
    | 'branch_creation'
    | 'branch_deletion'
    | 'pr_merge'
    | 'merge_queue_merge';
  readonly timestamp: string;
}

export interface Issue {
  readonly number: number;
  title: string;
  body: string | null;
  readonly author: string;
  state: 'open' | 'closed';
  stateReason: string | null;
  labels: string[];
  locked: boolean;
  readonly createdAt: string;
  updatedAt: string;
}

export interface IssueComment {
  readonly id: number;
  /** Of the issue or pull request. */
  readonly issue: number;
  readonly author: string;
  body: string;
  readonly createdAt: string;
  updatedAt: string;
}

export interface CheckRun {
  readonly id: number;
  readonly headSha: string;
  name: string;
  detailsUrl: string | null;
  externalId: string;
  status: string;
  conclusion: string | null;
  startedAt: string;
  completedAt: string | null;
  output: { title: string | null; summary: string | null; text: string | null };
  /** As they were sent, over all requests. */
  readonly annotations: unknown[];
}

export interface WorkflowRun {
  readonly id: number;
  readonly runNumber: number;
  runAttempt: number;
  readonly name: string;
  readonly event: string;
  /** `.github/workflows/rolecall.yml`. */
  readonly path: string;
  status: string;
  conclusion: string | null;
  readonly headSha: string;
  readonly headBranch: string | null;
  readonly headRepository: string;
  readonly actor: string;
  readonly pulls: readonly number[];
  readonly createdAt: string;
}

export interface Artifact {
  readonly id: number;
  readonly name: string;
  readonly run: number;
  readonly zip: Uint8Array;
  expired: boolean;
  readonly createdAt: string;
}

/** What a person may do in the repository; `no-user` says that there is no such person. */
export type Role = 'admin' | 'maintain' | 'write' | 'triage' | 'read' | 'none' | 'no-user';

/** All that the stand-in knows; read it in assertions, change it with the functions beside it. */
export interface GitHubState extends GitObjects {
  readonly repository: Repository;
  readonly now: () => Date;
  readonly nextId: () => number;
  readonly commits: Map<string, Commit>;
  /** `heads/main` → SHA-1. */
  readonly refs: Map<string, string>;
  readonly protectedBranches: Set<string>;
  readonly pulls: Map<number, Pull>;
  readonly reviews: Review[];
  readonly roles: Map<string, Role>;
  readonly activity: Activity[];
  readonly issues: Map<number, Issue>;
  readonly comments: Map<number, IssueComment>;
  readonly checkRuns: Map<number, CheckRun>;
  readonly runs: Map<number, WorkflowRun>;
  readonly artifacts: Map<number, Artifact>;
}

export interface StateOptions {
  readonly repository?: Partial<Omit<Repository, 'fullName'>>;
  readonly now?: () => Date;
}

export function createState({
  repository = {},
  now = () => new Date(),
}: StateOptions): GitHubState {
  const { owner = 'acme', name = 'infrastructure' } = repository;
  let last = 4000;
  return {
    repository: {
      id: 700_001,
      ownerId: 900_001,
      private: false,
      defaultBranch: 'main',
      hasIssues: true,
      ...repository,
      owner,
      name,
      fullName: `${owner}/${name}`,
    },
    now,
    nextId: () => {
      last += 1;
      return last;
    },
    blobs: new Map(),
    trees: new Map(),
    commits: new Map(),
    refs: new Map(),
    protectedBranches: new Set(),
    pulls: new Map(),
    reviews: [],
    roles: new Map(),
    activity: [],
    issues: new Map(),
    comments: new Map(),
    checkRuns: new Map(),
    runs: new Map(),
    artifacts: new Map(),
  };
}

/** GitHub's spelling: whole seconds in UTC. */
export function instantOf(state: GitHubState): string {
  return `${state.now().toISOString().slice(0, 19)}Z`;
}

/** Issues and pull requests share their numbers. */
export function nextNumber({ issues, pulls }: GitHubState): number {
  return Math.max(0, ...issues.keys(), ...pulls.keys()) + 1;
}
