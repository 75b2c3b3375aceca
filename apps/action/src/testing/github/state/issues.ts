import {
  type GitHubState,
  type Issue,
  type IssueComment,
  instantOf,
  nextNumber,
} from './github-state.ts';
import { actionsBot } from './people.ts';

export function addIssue(
  state: GitHubState,
  issue: { readonly title: string } & Partial<Omit<Issue, 'number' | 'createdAt' | 'updatedAt'>>,
): Issue {
  const at = instantOf(state);
  const added: Issue = {
    body: null,
    author: actionsBot,
    state: 'open',
    stateReason: null,
    labels: [],
    locked: false,
    ...issue,
    number: nextNumber(state),
    createdAt: at,
    updatedAt: at,
  };
  state.issues.set(added.number, added);
  return added;
}

export function addComment(
  state: GitHubState,
  comment: { readonly issue: number; readonly body: string; readonly author?: string },
): IssueComment {
  const at = instantOf(state);
  const id = state.nextId();
  const added = { author: actionsBot, ...comment, id, createdAt: at, updatedAt: at };
  state.comments.set(id, added);
  return added;
}
