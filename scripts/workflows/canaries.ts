/** Workflows that trip one rule, and workflows just on the right side of it. */
export type Canary = {
  rule: string;
  trips: readonly string[];
  passes: readonly string[];
};

const commit = '3d3c42e5aac5ba805825da76410c181273ba90b1';
const upload = `actions/upload-artifact@${commit} # v7.0.0`;
const plan = `
      - uses: OWNER/rolecall@COMMIT
        with: { mode: plan, role-to-assume: "arn:aws:iam::111122223333:role/plan" }`;

/** A workflow that no rule says anything against, with one thing or another changed. */
function workflowOf({
  on = 'pull_request',
  top = 'permissions: { contents: read }',
  job = 'timeout-minutes: 5',
  steps = '\n      - run: npm test',
}: {
  on?: string;
  top?: string;
  job?: string;
  steps?: string;
}): string {
  return `on: ${on}
${top}
jobs:
  work:
    runs-on: ubuntu-latest
    ${job}
    steps:${steps}
`;
}

const using = (uses: string) => workflowOf({ steps: `\n      - uses: ${uses}` });
const applying = ({ top = '', job = '' }) =>
  workflowOf({
    on: 'push',
    top: `permissions: { contents: read }\n${top}`,
    job: `timeout-minutes: 5\n    ${job}`,
    steps: '\n      - uses: OWNER/rolecall@COMMIT\n        with: { mode: apply }',
  });
const token = 'permissions: { id-token: write }';

/** A rule without a canary, or one that stays silent on its canary, fails `npm run check`. */
export const canaries: readonly Canary[] = [
  {
    rule: 'readable',
    trips: ['on: [', 'on: push\non: push\njobs: { a: {} }', 'a: 1'],
    passes: [workflowOf({})],
  },
  {
    rule: 'actionlint',
    trips: [
      workflowOf({ on: 'pull_requests' }),
      workflowOf({ steps: '\n      - run: npm test\n        if: steps.none.outputs.x' }),
      workflowOf({ steps: '\n      - run: npm test\n        unless: true' }),
    ],
    passes: [workflowOf({ steps: '\n      - run: npm test\n        if: github.ref != 0' })],
  },
  {
    rule: 'pinned',
    trips: [
      using('actions/setup-node@v7'),
      using('actions/setup-node@main # v7.0.0'),
      using(`actions/setup-node@${commit}`),
      using(`actions/setup-node@${commit.slice(0, 12)} # v7.0.0`),
      using('OWNER/rolecall@main'),
      using('docker://alpine:3'),
    ],
    passes: [
      using(`actions/setup-node@${commit} # v7.0.0`),
      using('OWNER/rolecall@COMMIT'),
      using('./.github/actions/own'),
    ],
  },
  {
    rule: 'permissions-given',
    trips: [
      workflowOf({ top: '' }),
      workflowOf({ top: 'permissions: write-all' }),
      workflowOf({ job: 'timeout-minutes: 5\n    permissions: read-all' }),
    ],
    passes: [
      workflowOf({ top: '', job: 'timeout-minutes: 5\n    permissions: {}' }),
      workflowOf({ top: 'permissions: {}' }),
    ],
  },
  {
    rule: 'no-pull-request-target',
    trips: ['pull_request_target', '[push, pull_request_target]', '{ pull_request_target: }'].map(
      (on) => workflowOf({ on }),
    ),
    passes: [workflowOf({ on: '[push, pull_request]' })],
  },
  {
    rule: 'no-expression-in-run',
    trips: [
      workflowOf({ steps: '\n      - run: echo ${{ github.sha }}' }),
      workflowOf({ steps: '\n      - run: |\n          cd a\n          echo "${{ github.ref }}"' }),
    ],
    passes: [
      workflowOf({ steps: '\n      - run: echo "$IT"\n        env: { IT: "${{ github.ref }}" }' }),
    ],
  },
  {
    rule: 'checkout-without-credentials',
    trips: [
      using(`actions/checkout@${commit} # v7.0.1`),
      using(`actions/checkout@${commit} # v7.0.1\n        with: { persist-credentials: true }`),
    ],
    passes: [
      using(`actions/checkout@${commit} # v7.0.1\n        with: { persist-credentials: false }`),
    ],
  },
  {
    rule: 'time-limit',
    trips: [workflowOf({ job: 'name: a' })],
    passes: [workflowOf({ job: 'timeout-minutes: 360' })],
  },
  {
    rule: 'known-inputs',
    trips: [
      using('OWNER/rolecall@COMMIT\n        with: { manifests: a.yaml }'),
      using('./\n        with: { planid: "" }'),
    ],
    passes: [
      using('OWNER/rolecall@COMMIT\n        with: { manifest: a.yaml }'),
      using(`actions/setup-node@${commit} # v7.0.0\n        with: { node-version: 24 }`),
    ],
  },
  {
    rule: 'apply-waits',
    trips: [
      applying({}),
      applying({ top: 'concurrency: { group: a, cancel-in-progress: true }' }),
      applying({ job: 'concurrency: { group: a, cancel-in-progress: "${{ github.ref != 0 }}" }' }),
    ],
    passes: [
      applying({ top: 'concurrency: { group: a, cancel-in-progress: false }' }),
      applying({ job: 'concurrency: a' }),
      workflowOf({}),
    ],
  },
  {
    rule: 'token-for-role',
    trips: [
      workflowOf({
        steps: `${plan}\n      - uses: ${upload}\n        with: { name: rolecall-plan }`,
      }),
    ],
    passes: [
      workflowOf({
        top: token,
        steps: `${plan}\n      - uses: ${upload}\n        with: { name: rolecall-plan }`,
      }),
    ],
  },
  {
    rule: 'plan-kept',
    trips: [
      workflowOf({ top: token, steps: plan }),
      workflowOf({ top: token, steps: plan.replace('mode: plan, ', '') }),
      workflowOf({
        top: token,
        steps: `${plan}\n      - uses: ${upload}\n        with: { name: plan }`,
      }),
    ],
    passes: [
      workflowOf({
        top: token,
        steps: `${plan}\n      - uses: ${upload}\n        with: { name: rolecall-plan-prod }`,
      }),
      workflowOf({ top: token, steps: plan.replace('mode: plan', 'mode: drift') }),
    ],
  },
];
