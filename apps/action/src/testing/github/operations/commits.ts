import { changedFiles } from '../state/changed-files.ts';
import { commitsBetween, mergeBaseOf } from '../state/commits.ts';
import { filesAt } from '../state/pulls.ts';
import { found, type Handler, Refusal } from './answer.ts';
import { pageOf } from './page.ts';
import { showChangedFile, showCommit } from './representations.ts';
import { resolveCommit } from './resolve-commit.ts';

/** In a comparison. */
const mostFiles = 300;

export const commitHandlers: Readonly<Record<string, Handler>> = {
  'repos/get-commit': (ask) => {
    const { state } = ask;
    const ref = ask.path['ref'] ?? '';
    const commit = resolveCommit(state, ref);
    if (commit === undefined) throw new Refusal(422, `No commit found for SHA: ${ref}`);
    const from = filesAt(state, commit.parents[0]);
    const { items, headers } = pageOf(ask, changedFiles(state, { from, to: commit.files }), 100);
    const files = items.map(showChangedFile);
    return { status: 200, body: { ...showCommit(state, commit), files }, headers };
  },

  'repos/compare-commits-with-basehead': (ask) => {
    const { state } = ask;
    // `owner:branch` reaches into other repositories of the network, which are not modelled.
    const [left = '', right = ''] = (ask.path['basehead'] ?? '').split('...');
    const base = found(resolveCommit(state, left));
    const head = found(resolveCommit(state, right));
    const parted = found(state.commits.get(mergeBaseOf(state, base.sha, head.sha) ?? ''));
    const ahead = commitsBetween(state, { base: base.sha, head: head.sha });
    const behind = commitsBetween(state, { base: head.sha, head: base.sha });
    const { items, headers } = pageOf(ask, ahead, 100);
    const isFirst = Number(ask.query('page') ?? 1) === 1;
    const files = changedFiles(state, { from: parted.files, to: head.files });
    return {
      status: 200,
      body: {
        status: statusOf(ahead.length, behind.length),
        ahead_by: ahead.length,
        behind_by: behind.length,
        total_commits: ahead.length,
        base_commit: showCommit(state, base),
        merge_base_commit: showCommit(state, parted),
        commits: items.map((commit) => showCommit(state, commit)),
        // Only the first page has files.
        files: isFirst ? files.slice(0, mostFiles).map(showChangedFile) : undefined,
      },
      headers,
    };
  },
};

function statusOf(ahead: number, behind: number): string {
  if (ahead > 0 && behind > 0) return 'diverged';
  if (ahead > 0) return 'ahead';
  return behind > 0 ? 'behind' : 'identical';
}
