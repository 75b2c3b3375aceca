import { iamArn, type PolicyCondition } from '@rolecall/policy';
import type { ReasonedStatement } from './bootstrap.ts';
import { type BootstrapAccount, githubIssuer, stsAudience } from './core-names.ts';

/** A repository on github.com, in GitHub's spelling: the comparison minds case. */
export interface GithubRepository {
  readonly owner: string;
  readonly name: string;
  /** GitHub's numbers; with them a name that somebody else takes over lets nobody in. */
  readonly ids: { readonly owner: string; readonly name: string } | undefined;
}

export interface GithubTrustInput extends BootstrapAccount {
  readonly repositories: readonly GithubRepository[];
  /** What follows the repository in the subject: `ref:refs/heads/main`, `pull_request` … */
  readonly subjects: readonly string[];
  /** Claims beside the subject that have to hold, by name. */
  readonly claims: { readonly [claim: string]: string };
  readonly why: string;
}

/** Lets in the runs of the repositories' workflows that have one of the subjects. */
export function githubTrust(input: GithubTrustInput): readonly ReasonedStatement[] {
  const { partition, account, repositories, why } = input;
  const provider = iamArn({ partition, account, type: 'oidc-provider', name: githubIssuer });
  return repositories.map((repository, index) => ({
    statement: {
      Sid: `Github${index === 0 ? '' : index + 1}`,
      Effect: 'Allow',
      Principal: { Federated: provider },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: conditionOf(repository, input),
    },
    why: `${repository.owner}/${repository.name}: ${why}${
      repository.ids === undefined
        ? ' Give the ids as well (org@ID/name@ID): without them the trust rests on the name alone, and repositories that were made or renamed since 15 July 2026 do not match.'
        : ''
    }`,
  }));
}

function conditionOf(
  repository: GithubRepository,
  { partition, subjects, claims }: GithubTrustInput,
): PolicyCondition {
  const { owner, name, ids } = repository;
  const forms = [
    ...(ids ? [`repo:${owner}@${ids.owner}/${name}@${ids.name}`] : []),
    `repo:${owner}/${name}`,
  ];
  // That other partitions hand these claims on is not shown, and what is missing never holds.
  const others = partition === 'aws' ? { ...(ids && { repository_id: ids.name }), ...claims } : {};
  return {
    StringEquals: {
      [`${githubIssuer}:aud`]: stsAudience,
      [`${githubIssuer}:sub`]: forms.flatMap((form) =>
        subjects.map((subject) => `${form}:${subject}`),
      ),
      ...Object.fromEntries(
        Object.entries(others).map(([claim, value]) => [`${githubIssuer}:${claim}`, value]),
      ),
    },
  };
}

/** Reads `org/name`, or `org@65/name@74` with GitHub's numbers; `undefined` for anything else. */
export function parseGithubRepository(text: string): GithubRepository | undefined {
  const match =
    /^([A-Za-z0-9_-]{1,39})(?:@(\d{1,20}))?\/([A-Za-z0-9_.-]{1,100})(?:@(\d{1,20}))?$/.exec(text);
  if (!match) return undefined;
  const [, owner = '', ownerId, name = '', nameId] = match;
  if ((ownerId === undefined) !== (nameId === undefined)) return undefined;
  const ids =
    ownerId === undefined || nameId === undefined ? undefined : { owner: ownerId, name: nameId };
  return { owner, name, ids };
}
