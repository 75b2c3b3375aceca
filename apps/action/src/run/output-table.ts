/** Every output of the action; action.yml names the same ones, as a test holds. */
export const outputTable = {
  changed: 'Whether anything would change, or did: true or false.',
  'to-create': 'How many resources are to be created.',
  'to-update': 'How many are to be updated, or taken over.',
  'to-delete': 'How many are to be deleted.',
  'to-replace': 'How many are to be deleted and made again.',
  conflicts: 'How many resources stand in the way.',
  'plan-id': 'SHA-256 over everything that a review approves.',
  'plan-file': 'Path of the whole plan as JSON; keep it as the artifact rolecall-plan.',
  findings: 'How many errors and warnings were found in policies, or by checks.',
  'highest-severity': 'The worst of what was found: critical, high, medium, low or info.',
  'newly-granted': 'How many users, roles and policies are granted more; undecided counts.',
  'failure-reason': 'Why the run failed, in one word; empty where it did not.',
  'comment-url': 'The comment on the pull request.',
  applied: 'Whether everything planned is so now: true or false.',
  'sarif-file': 'Path of the SARIF file, where one was asked for.',
  'html-file': 'Path of the HTML page, where one was asked for.',
  'json-file': 'Path of the JSON report, where one was asked for.',
  accounts: 'Of several accounts, what came of each, as a JSON list.',
  'new-findings': 'How many findings of checks are new since the report in compare.',
} as const;

export type OutputName = keyof typeof outputTable;
