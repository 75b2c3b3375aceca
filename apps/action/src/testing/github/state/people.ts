import { createHash } from 'node:crypto';
import type { JsonRecord } from '../json.ts';
import { type GitHubState, instantOf, type Review } from './github-state.ts';

/** Whom the token of a workflow acts as. */
export const actionsBot = 'github-actions[bot]';

/** The app behind it; numbers and names as GitHub has them. */
export const actionsApp: JsonRecord = { id: 15368, slug: 'github-actions', name: 'GitHub Actions' };

/** A user as GitHub shows one; the number comes from the name. */
export function userOf(login: string): JsonRecord {
  const isBot = login.endsWith('[bot]');
  return { login, id: idOf(login), type: isBot ? 'Bot' : 'User', site_admin: false };
}

export function idOf(login: string): number {
  if (login === actionsBot) return 41898282;
  return createHash('sha1').update(login).digest().readUInt32BE(0) % 100_000_000;
}

export function addReview(
  state: GitHubState,
  review: Pick<Review, 'pull' | 'author'> & Partial<Pick<Review, 'state' | 'commitId'>>,
): Review {
  const { pull, author } = review;
  const head = state.pulls.get(pull)?.head.sha;
  if (head === undefined) throw new Error(`there is no pull request ${pull}`);
  const added: Review = {
    id: state.nextId(),
    pull,
    author,
    state: review.state ?? 'APPROVED',
    commitId: review.commitId === undefined ? head : review.commitId,
    submittedAt: instantOf(state),
  };
  state.reviews.push(added);
  return added;
}
