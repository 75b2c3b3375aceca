import { isRecord, type JsonRecord, listAt, textAt } from '../json.ts';
import { type Issue, instantOf } from '../state/github-state.ts';
import { addIssue } from '../state/issues.ts';
import { type Ask, found, type Handler, Refusal } from './answer.ts';
import { limitedText } from './limited-text.ts';
import { pageOf } from './page.ts';
import { showIssue, showLabel, showPull } from './representations.ts';

export const issueHandlers: Readonly<Record<string, Handler>> = {
  // Pull requests are among the issues, told apart by `pull_request`.
  'issues/list-for-repo': (ask) => {
    const { state, query } = ask;
    const wanted = query('state') ?? 'open';
    const labels = query('labels')?.split(',') ?? [];
    const creator = query('creator');
    const oldestFirst = query('direction') === 'asc';
    const issues = [...state.issues.values()].map((issue) => showIssue(state, issue));
    const pulls = [...state.pulls.values()].map((pull): JsonRecord => {
      const { html_url, diff_url } = showPull(state, pull);
      const { title, body, author, createdAt, number } = pull;
      const asIssue = { title, body, author, createdAt, number, updatedAt: createdAt };
      const rest = { state: pull.state, stateReason: null, labels: [], locked: false };
      const pull_request = { url: html_url, html_url, diff_url, patch_url: diff_url };
      return { ...showIssue(state, { ...asIssue, ...rest }), pull_request };
    });
    const matching = [...issues, ...pulls]
      .filter((issue) => wanted === 'all' || issue['state'] === wanted)
      .filter((issue) => labels.every((label) => namesOf(issue).includes(label)))
      .filter(({ user }) => creator === undefined || textAt(user, 'login') === creator)
      .sort((a, b) => Number(b['number']) - Number(a['number']));
    const { items, headers } = pageOf(ask, oldestFirst ? matching.toReversed() : matching);
    return { status: 200, body: items, headers };
  },

  'issues/create': (ask) => {
    const { state, body } = ask;
    if (!state.repository.hasIssues) {
      throw new Refusal(410, 'Issues has been disabled in this repository.');
    }
    const text = textAt(body, 'body');
    const issue = addIssue(state, {
      title: String(isRecord(body) ? body['title'] : ''),
      body: text === undefined ? null : limitedText(ask, { text, resource: 'Issue' }),
      labels: namesOf(body),
    });
    return { status: 201, body: showIssue(state, issue) };
  },

  'issues/update': (ask) => {
    const { state, body } = ask;
    const issue = issueOf(ask);
    const text = textAt(body, 'body');
    if (text !== undefined) issue.body = limitedText(ask, { text, resource: 'Issue' });
    issue.title = textAt(body, 'title') ?? issue.title;
    const wanted = textAt(body, 'state');
    if (wanted === 'open' || wanted === 'closed') {
      const reason = wanted === 'closed' ? 'completed' : 'reopened';
      if (wanted !== issue.state) issue.stateReason = reason;
      issue.state = wanted;
    }
    issue.stateReason = textAt(body, 'state_reason') ?? issue.stateReason;
    if (isRecord(body) && 'labels' in body) issue.labels = namesOf(body);
    issue.updatedAt = instantOf(state);
    return { status: 200, body: showIssue(state, issue) };
  },

  'issues/add-labels': (ask) => {
    const issue = issueOf(ask);
    issue.labels = [...new Set([...issue.labels, ...namesOf(ask.body)])];
    return { status: 200, body: issue.labels.map(showLabel) };
  },
};

/** Of the issues proper: what a pull request has of an issue besides comments is not modelled. */
function issueOf({ state, path }: Ask): Issue {
  return found(state.issues.get(Number(path['issue_number'])));
}

/** Labels are given by name, or as objects that have one. */
function namesOf(body: unknown): string[] {
  return listAt(body, 'labels')
    .map((label) => (typeof label === 'string' ? label : textAt(label, 'name')))
    .filter((name) => name !== undefined);
}
