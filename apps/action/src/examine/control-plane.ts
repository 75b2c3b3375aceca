import { posix } from 'node:path';
import type { Run } from '../run/run.ts';

/** Files that decide how changes are judged: one that changes them deserves another look. */
function guardingFiles({ inputs }: Run): (file: string) => string | undefined {
  const guardrails = posix.normalize(inputs.guardrails);
  return (file) => {
    if (file === guardrails) return `${file} changes the guardrails themselves.`;
    if (file.startsWith('.github/workflows/')) return `${file} changes a workflow.`;
    if (file.startsWith('.github/actions/')) return `${file} changes an action.`;
    if (/^(\.github\/|docs\/)?CODEOWNERS$/.test(file)) return `${file} changes who has to approve.`;
    return undefined;
  };
}

/** What of the pull request changes the rules it is judged by, as sentences. */
export async function controlPlaneChanges(run: Run): Promise<readonly string[]> {
  const { event, github } = run;
  if (event.kind !== 'pull_request') return [];
  const { octokit, repo } = github;
  const files = await octokit.paginate(octokit.rest.pulls.listFiles, {
    ...repo,
    pull_number: event.number,
    per_page: 100,
  });
  const say = guardingFiles(run);
  const names = files.flatMap(({ filename, previous_filename }) => [
    filename,
    ...(previous_filename === undefined ? [] : [previous_filename]),
  ]);
  return [...new Set(names)].flatMap((name) => say(name) ?? []);
}
