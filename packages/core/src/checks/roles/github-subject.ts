import { type ConditionTest, hasWildcards } from '../condition-tests.ts';

/** How far a value for GitHub's `sub`, or another of its claims, narrows who may come. */
export type SubjectScope =
  | 'repository'
  /** All repositories of one owner. */
  | 'owner'
  /** No token has it: a wildcard where the operator takes none. */
  | 'never'
  /** Strangers have it. */
  | 'open';

const name = '[A-Za-z0-9_.-]+';
const repository = new RegExp(
  `^(?:repo:${name}(?:@\\d+)?/${name}(?:@\\d+)?(?::|$)|repo:${name}(?:@\\d+)?/${name}@|` +
    `repository:${name}/${name}(?::|$)|repository_id:\\d+(?::|$))`,
);
const owner = new RegExp(
  `^(?:repo:${name}[@/]|repository:${name}/|repository_owner:${name}(?::|$)|` +
    `repository_owner_id:\\d+(?::|$)|enterprise(?:_id)?:[^:*?]+(?::|$)|job_workflow_ref:${name}/)`,
);

/**
 * Reads a value for `sub`: in the classic form `repo:OWNER/NAME:…`, in the one of repositories made
 * or moved since 2026-07-15, `repo:OWNER@ID/NAME@ID:…`, or as organizations customise it.
 * Source: GitHub documentation, "OpenID Connect reference".
 */
export function scopeOfSubject(value: string, test: ConditionTest): SubjectScope {
  if (/[*?]/.test(value) && !hasWildcards(test, value)) return 'never';
  const end = value.search(/[*?]/);
  const fixed = end < 0 ? value : value.slice(0, end);
  // A name that a wildcard goes on is the beginning of other names.
  const scope = end < 0 ? fixed : `${fixed}*`;
  if (repository.test(scope)) return 'repository';
  return owner.test(scope) ? 'owner' : 'open';
}

/** The claims beside `sub` that a stranger cannot have, by what they narrow it to. */
const claims: { readonly [claim: string]: { scope: 'repository' | 'owner'; value: RegExp } } = {
  repository_id: { scope: 'repository', value: /^\d+$/ },
  repository: { scope: 'repository', value: new RegExp(`^${name}/${name}$`) },
  repository_owner_id: { scope: 'owner', value: /^\d+$/ },
  enterprise_id: { scope: 'owner', value: /^\d+$/ },
  // Of a workflow that is public, strangers can run what it says and nothing else.
  job_workflow_ref: { scope: 'owner', value: new RegExp(`^${name}/${name}/[^*?]`) },
};

export const narrowingClaims: readonly string[] = Object.keys(claims);

export function scopeOfClaim(claim: string, value: string): SubjectScope {
  const known = claims[claim];
  if (known === undefined) return 'open';
  if (known.value.test(value)) return known.scope;
  return claim === 'repository' && new RegExp(`^${name}/`).test(value) ? 'owner' : 'open';
}
