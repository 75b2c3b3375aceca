import { textAt } from '../json.ts';
import { type IssueComment, instantOf } from '../state/github-state.ts';
import { addComment } from '../state/issues.ts';
import { type Ask, found, type Handler, Refusal } from './answer.ts';
import { limitedText } from './limited-text.ts';
import { pageOf } from './page.ts';
import { showComment } from './representations.ts';

export const commentHandlers: Readonly<Record<string, Handler>> = {
  'issues/list-comments': (ask) => {
    const { state } = ask;
    const number = numberOf(ask);
    const since = ask.query('since');
    const all = [...state.comments.values()].filter(
      ({ issue, updatedAt }) => issue === number && (since === undefined || updatedAt >= since),
    );
    const { items, headers } = pageOf(ask, all);
    return { status: 200, body: items.map((comment) => showComment(state, comment)), headers };
  },

  'issues/create-comment': (ask) => {
    const { state, body } = ask;
    const issue = numberOf(ask);
    if (state.issues.get(issue)?.locked) {
      throw new Refusal(403, 'Unable to create comment because issue is locked.');
    }
    const text = limitedText(ask, { text: textAt(body, 'body') ?? '', resource: 'IssueComment' });
    return { status: 201, body: showComment(state, addComment(state, { issue, body: text })) };
  },

  'issues/update-comment': (ask) => {
    const comment = commentOf(ask);
    const text = textAt(ask.body, 'body') ?? '';
    comment.body = limitedText(ask, { text, resource: 'IssueComment' });
    comment.updatedAt = instantOf(ask.state);
    return { status: 200, body: showComment(ask.state, comment) };
  },

  'issues/delete-comment': (ask) => {
    ask.state.comments.delete(commentOf(ask).id);
    return { status: 204 };
  },
};

function commentOf({ state, path }: Ask): IssueComment {
  return found(state.comments.get(Number(path['comment_id'])));
}

function numberOf({ state, path }: Ask): number {
  const number = Number(path['issue_number']);
  found(state.issues.get(number) ?? state.pulls.get(number));
  return number;
}
