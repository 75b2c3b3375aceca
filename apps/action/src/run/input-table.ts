/** Every input of the action; action.yml names the same ones, as a test holds. */
export const inputTable = {
  mode: {
    description: 'What to do: check, plan, apply or drift.',
    default: 'plan',
  },
  manifest: {
    description: 'The manifest, in the checked-out repository.',
    default: 'rolecall.yaml',
  },
  policies: {
    description:
      'Policy files that are in no manifest, as glob patterns, one a line: plain policy JSON, CloudFormation templates, Terraform plans as JSON.',
    default: '',
  },
  account: {
    description: 'The 12 digits of the account that is meant; any other is refused.',
    default: '',
  },
  'role-to-assume': {
    description:
      "ARN of a role to take on with GitHub's OIDC token (needs the permission id-token: write). Left out, the credentials of the environment are used.",
    default: '',
  },
  region: {
    description: 'AWS region; IAM is global, but its endpoint depends on the partition.',
    default: '',
  },
  'fail-on': {
    description:
      'Fail when something at least this severe is found: critical, high, medium, low, info or never. Left out, check fails at high and plan only for what cannot be applied.',
    default: '',
  },
  'allow-destroy': {
    description: 'Allow resources to be deleted and made again.',
    default: 'false',
  },
  'max-deletes': {
    description:
      'The most that one apply may delete or make again. Left out, the manifest decides.',
    default: '',
  },
  approval: {
    description:
      'none, or review: apply only what somebody else with write access approved at its last commit.',
    default: 'none',
  },
  comment: {
    description: 'sticky, changes-only or off.',
    default: 'sticky',
  },
  'comment-tag': {
    description: 'Tells the comments of several runs on one pull request apart.',
    default: 'default',
  },
  annotations: {
    description: 'Whether findings are shown in the files: true or false.',
    default: 'true',
  },
  'sarif-file': {
    description: 'Where to write what was found as SARIF, for github/codeql-action/upload-sarif.',
    default: '',
  },
  profile: {
    description:
      'Of check: the checks and limits of a benchmark or standard, as cis-7.0. Left out, the usual checks run.',
    default: '',
  },
  exceptions: {
    description:
      'Of check: what is excepted; of a pull request read from the commit before the change.',
    default: '.rolecall/exceptions.yaml',
  },
  compare: {
    description: 'Of check: an earlier JSON report, to tell what is new, fixed and still open.',
    default: '',
  },
  'html-file': {
    description: 'Of check: where to write the findings as one HTML page.',
    default: '',
  },
  'json-file': {
    description: 'Of check: where to write the findings as JSON, to compare a later run with.',
    default: '',
  },
  snapshot: {
    description: 'Plan and check against this snapshot file; AWS is not asked.',
    default: '',
  },
  guardrails: {
    description: 'The guardrails; read from the commit before the change, never from the change.',
    default: 'rolecall-guardrails.yaml',
  },
  'plan-id': {
    description: 'Releases exactly this plan; only for apply on workflow_dispatch.',
    default: '',
  },
  'drift-issue': {
    description: 'Whether drift opens, or brings up to date, one issue: true or false.',
    default: 'false',
  },
  timeout: {
    description: 'Minutes after which the run stops by itself, in good order.',
    default: '30',
  },
  'github-token': {
    description: "A token for GitHub's API.",
    default: '$' + '{{ github.token }}',
  },
} as const;

export type InputName = keyof typeof inputTable;
