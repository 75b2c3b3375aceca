import type { GitHub } from './github.ts';
import { statusOf } from './patience.ts';

export interface StickyComment {
  readonly number: number;
  /** The first line, by which it is found again. */
  readonly marker: string;
  /** Longest first; where GitHub finds one too long the next is taken. */
  readonly bodies: readonly [string, ...string[]];
  /** Whether one is made where there is none yet. */
  readonly create: boolean;
}

/** Writes the comment, in the place of the one that is there. Answers its address. */
export async function writeComment(
  github: GitHub,
  comment: StickyComment,
): Promise<string | undefined> {
  const [first, ...doubles] = await findOurs(github, comment);
  for (const { id } of doubles) await removeDouble(github, id);
  if (first === undefined && !comment.create) return undefined;
  return fitting(comment.bodies, async (body) => {
    const updated = first === undefined ? undefined : await update(github, first.id, body);
    return updated ?? (await create(github, comment, body));
  });
}

interface Found {
  readonly id: number;
}

/**
 * Comments with our first line, the oldest first. Anyone can write that line: only one by a machine
 * account can be ours.
 */
async function findOurs(
  { octokit, repo }: GitHub,
  { number, marker }: Pick<StickyComment, 'number' | 'marker'>,
): Promise<readonly Found[]> {
  const comments = await octokit.paginate(octokit.rest.issues.listComments, {
    ...repo,
    issue_number: number,
    per_page: 100,
  });
  const author = await ownLogin(octokit);
  return comments
    .filter(({ body, user }) => {
      const isOurs = author === undefined ? user?.type === 'Bot' : user?.login === author;
      return isOurs && body?.split('\n', 1)[0]?.trim() === marker;
    })
    .map(({ id }) => ({ id }))
    .toSorted((a, b) => a.id - b.id);
}

/** Tokens of apps, the workflow's among them, cannot ask who they are: those are machine accounts. */
async function ownLogin(octokit: GitHub['octokit']): Promise<string | undefined> {
  const auth: unknown = await octokit.auth();
  const isPersonal =
    typeof auth === 'object' &&
    auth !== null &&
    'token' in auth &&
    typeof auth.token === 'string' &&
    /^(ghp|github_pat|gho)_/.test(auth.token);
  if (!isPersonal) return undefined;
  return (await octokit.rest.users.getAuthenticated()).data.login;
}

/** A second one came about by two runs at the same time; that it stays does no harm. */
async function removeDouble({ octokit, repo }: GitHub, id: number): Promise<void> {
  await octokit.rest.issues.deleteComment({ ...repo, comment_id: id }).catch(() => undefined);
}

/** `undefined` where somebody has deleted it meanwhile. */
async function update(
  { octokit, repo }: GitHub,
  id: number,
  body: string,
): Promise<string | undefined> {
  try {
    const { data } = await octokit.rest.issues.updateComment({ ...repo, comment_id: id, body });
    return data.html_url;
  } catch (error) {
    if (statusOf(error) === 404) return undefined;
    throw error;
  }
}

/** After a fault of GitHub's it may be there all the same: that is looked up before the next try. */
async function create(
  github: GitHub,
  { number, marker }: StickyComment,
  body: string,
): Promise<string> {
  const { octokit, repo } = github;
  const write = async () =>
    (await octokit.rest.issues.createComment({ ...repo, issue_number: number, body })).data
      .html_url;
  try {
    return await write();
  } catch (error) {
    const status = statusOf(error);
    if (status === undefined || status < 500) throw error;
    const [made] = await findOurs(github, { number, marker });
    const updated = made === undefined ? undefined : await update(github, made.id, body);
    return updated ?? write();
  }
}

/** The first of the bodies that GitHub takes. */
async function fitting<T>(
  [body, ...shorter]: readonly [string, ...string[]],
  write: (body: string) => Promise<T>,
): Promise<T> {
  try {
    return await write(body);
  } catch (error) {
    const [next, ...rest] = shorter;
    if (statusOf(error) !== 422 || next === undefined) throw error;
    return fitting([next, ...rest], write);
  }
}
