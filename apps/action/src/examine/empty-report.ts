import type { PullRequestReport } from '@rolecall/core';
import type { Run } from '../run/run.ts';

/** A report about this run in which nothing has been found out yet. */
export function emptyReport({ event, sha, url }: Run): PullRequestReport {
  const head = event.kind === 'pull_request' ? event.head.sha : sha;
  return {
    phase: { kind: 'planned' },
    account: undefined,
    declared: undefined,
    offline: undefined,
    commits: { base: undefined, head },
    runUrl: url,
    failure: undefined,
    problems: [],
    plan: undefined,
    review: undefined,
    guardrails: undefined,
    refusals: [],
    policies: [],
    lint: [],
    controlPlane: [],
    approval: { kind: 'none' },
    checks: [],
  };
}
