import type { GitHub } from './github.ts';

/** Opens one issue about what moved, or brings the open one up to date; closes it when all is well. */
export async function writeDriftIssue(
  { octokit, repo }: GitHub,
  { marker, title, body, moved }: DriftIssue,
): Promise<string | undefined> {
  const open = await octokit.paginate(octokit.rest.issues.listForRepo, {
    ...repo,
    state: 'open',
    per_page: 100,
  });
  const ours = open.find(
    ({ body: text, user, pull_request }) =>
      pull_request === undefined &&
      user?.type === 'Bot' &&
      text?.split('\n', 1)[0]?.trim() === marker,
  );
  if (ours === undefined) {
    if (!moved) return undefined;
    return (await octokit.rest.issues.create({ ...repo, title, body })).data.html_url;
  }
  const { data } = await octokit.rest.issues.update({
    ...repo,
    issue_number: ours.number,
    ...(moved ? { title, body } : { state: 'closed', state_reason: 'completed' }),
  });
  return data.html_url;
}

export interface DriftIssue {
  /** The first line of the body, by which the issue is found again. */
  readonly marker: string;
  readonly title: string;
  readonly body: string;
  readonly moved: boolean;
}
