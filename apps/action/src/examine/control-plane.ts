import { type GuardrailRefusal, RolecallError } from '@rolecall/core';
import type { Run } from '../run/run.ts';

/** GitHub says no more of a pull request. */
const mostListed = 3000;

/** Names of the files that the pull request changes, old names included. */
export async function changedFiles({ event, github }: Run): Promise<readonly string[]> {
  if (event.kind !== 'pull_request') return [];
  const { octokit, repo } = github;
  const files = await octokit.paginate(octokit.rest.pulls.listFiles, {
    ...repo,
    pull_number: event.number,
    per_page: 100,
  });
  // Behind so many, a change of the guardrails would not be seen.
  if (files.length >= mostListed) {
    throw new RolecallError(
      'FILE_UNREADABLE',
      `GitHub lists ${mostListed} files of a pull request, and this one changes as many or more.`,
      { hint: 'Split it: what Rolecall manages goes into a pull request of its own.' },
    );
  }
  const names = files.flatMap(({ filename, previous_filename }) => [
    filename,
    ...(previous_filename === undefined ? [] : [previous_filename]),
  ]);
  return [...new Set(names)];
}

/** What of the change touches the rules it is judged by, as sentences. */
export function controlPlaneChanges(
  { inputs }: Pick<Run, 'inputs'>,
  changed: readonly string[],
): readonly string[] {
  return changed.flatMap((file) => {
    if (file === inputs.guardrails) return [`${file} changes the guardrails themselves.`];
    if (file.startsWith('.github/workflows/')) return [`${file} changes a workflow.`];
    if (file.startsWith('.github/actions/')) return [`${file} changes an action.`];
    if (/^(\.github\/|docs\/)?CODEOWNERS$/.test(file)) return [`${file} changes who must approve.`];
    return [];
  });
}

/**
 * A change of the guardrails changes nothing else and is merged first: whoever reviews it then sees
 * what it lets through, and what it lets through is judged by it.
 */
export function guardrailsAlone(
  { inputs }: Pick<Run, 'inputs'>,
  changed: readonly string[],
  governed: readonly string[],
): readonly GuardrailRefusal[] {
  if (!changed.includes(inputs.guardrails)) return [];
  const others = governed.filter((file) => changed.includes(file));
  if (others.length === 0) return [];
  return [
    {
      rule: 'guardrails-alone',
      resource: undefined,
      address: undefined,
      position: { file: inputs.guardrails, line: 1, column: 1 },
      message: `The guardrails change together with ${others.join(', ')}.`,
      hint: 'Change the guardrails in a pull request of their own, and merge that first.',
    },
  ];
}
