import type { JsonRecord } from '../json.ts';
import type { ChangedFile } from '../state/changed-files.ts';
import type { Commit, GitHubState, Issue, IssueComment, Pull } from '../state/github-state.ts';
import { actionsApp, actionsBot, idOf, userOf } from '../state/people.ts';

const site = 'https://github.com';

/** The repository itself, or a fork of it that a pull request comes from. */
export function showRepository({ repository }: GitHubState, fullName: string): JsonRecord {
  const { id, owner, ownerId, private: isPrivate, defaultBranch } = repository;
  const [login = '', name = ''] = fullName.split('/');
  const isFork = fullName !== repository.fullName;
  return {
    id: isFork ? idOf(fullName) : id,
    name,
    full_name: fullName,
    owner: isFork ? userOf(login) : { ...userOf(owner), id: ownerId, type: 'Organization' },
    private: isPrivate,
    visibility: isPrivate ? 'private' : 'public',
    fork: isFork,
    default_branch: defaultBranch,
    html_url: `${site}/${fullName}`,
    url: `https://api.github.com/repos/${fullName}`,
    has_issues: repository.hasIssues,
    archived: false,
    disabled: false,
  };
}

/** With all that one pull request has and a list of them leaves out. */
export function showPull(state: GitHubState, pull: Pull): JsonRecord {
  const url = `${site}/${state.repository.fullName}/pull/${pull.number}`;
  const side = ({ ref, sha }: { ref: string; sha: string }, fullName: string): JsonRecord => {
    const [login = ''] = fullName.split('/');
    const repo = showRepository(state, fullName);
    return { label: `${login}:${ref}`, ref, sha, user: userOf(login), repo };
  };
  return {
    id: 1_000_000 + pull.number,
    number: pull.number,
    title: pull.title,
    body: pull.body,
    user: userOf(pull.author),
    draft: pull.draft,
    state: pull.state,
    locked: false,
    html_url: url,
    diff_url: `${url}.diff`,
    base: side(pull.base, state.repository.fullName),
    head: side(pull.head, pull.head.repository),
    merge_commit_sha: pull.mergeCommitSha,
    merged_at: pull.mergedAt,
    closed_at: pull.mergedAt,
    created_at: pull.createdAt,
    updated_at: pull.mergedAt ?? pull.createdAt,
    labels: [],
    author_association: 'CONTRIBUTOR',
  };
}

export function showCommit({ repository }: GitHubState, commit: Commit): JsonRecord {
  const { sha, author, message, date, tree, parents } = commit;
  const signature = { name: author, email: `${author}@example.com`, date };
  return {
    sha,
    html_url: `${site}/${repository.fullName}/commit/${sha}`,
    commit: { message, author: signature, committer: signature, tree: { sha: tree } },
    author: userOf(author),
    committer: userOf(author),
    parents: parents.map((parent) => ({ sha: parent })),
  };
}

/** `patch` is left out, as GitHub does where a file is large or binary. */
export function showChangedFile(file: ChangedFile): JsonRecord {
  const { filename, status, sha, previous, additions, deletions } = file;
  const changes = additions + deletions;
  return { filename, status, sha, additions, deletions, changes, previous_filename: previous };
}

export function showIssue({ repository, comments }: GitHubState, issue: Issue): JsonRecord {
  const { number, title, body, author, labels } = issue;
  return {
    id: 2_000_000 + number,
    number,
    title,
    body,
    user: userOf(author),
    state: issue.state,
    state_reason: issue.stateReason,
    locked: issue.locked,
    labels: labels.map(showLabel),
    comments: [...comments.values()].filter((comment) => comment.issue === number).length,
    html_url: `${site}/${repository.fullName}/issues/${number}`,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    author_association: 'NONE',
    ...appOf(author),
  };
}

export function showLabel(name: string): JsonRecord {
  return { id: idOf(name), name, color: 'ededed', default: false, description: null };
}

export function showComment({ repository, pulls }: GitHubState, comment: IssueComment): JsonRecord {
  const { id, issue, author, body, createdAt, updatedAt } = comment;
  const kind = pulls.has(issue) ? 'pull' : 'issues';
  return {
    id,
    body,
    user: userOf(author),
    html_url: `${site}/${repository.fullName}/${kind}/${issue}#issuecomment-${id}`,
    created_at: createdAt,
    updated_at: updatedAt,
    author_association: 'NONE',
    ...appOf(author),
  };
}

/** From memory: what the token of a workflow writes names the app beside the bot. */
function appOf(author: string): JsonRecord {
  return { performed_via_github_app: author === actionsBot ? actionsApp : null };
}
