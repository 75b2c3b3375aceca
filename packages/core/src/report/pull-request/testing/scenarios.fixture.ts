import type { PolicyDocument } from '@rolecall/policy';
import { compareSnapshots } from '../../../access/compare-snapshots.ts';
import {
  allowAll,
  allowIam,
  allowRead,
  aPolicy,
  aRole,
  attach,
  aUser,
  daysAgo,
  type KnownParts,
} from '../../../checks/testing/snapshot.fixture.ts';
import { judgeGuardrails } from '../../../guardrails/judge-guardrails.ts';
import { readGuardrails } from '../../../guardrails/read-guardrails.ts';
import { desiredOf, faultsOf, manifestOf } from '../../../manifest/testing/manifest.fixture.ts';
import type { Diagnostic } from '../../../model/errors.ts';
import { type ApplyReport, resultOf } from '../../../plan/apply-report.ts';
import { declaredSnapshot } from '../../../plan/declared-snapshot.ts';
import { operationsOf, type Plan } from '../../../plan/plan.ts';
import { planAccount } from '../../../plan/plan-account.ts';
import { accountWith, mark } from '../../../plan/testing/plan.fixture.ts';
import { type Review, reviewPlan, reviewSnapshots } from '../../../review/review.ts';
import type { PullRequestReport } from '../pull-request-report.ts';

const head = '4f2d7c1a9b3e5d6f8a0b1c2d3e4f5a6b7c8d9e0f';
const base = '0a1b2c3d4e5f6a7b8c9d0e1f2a3b4c5d6e7f8a9b';
const path = '/rolecall/platform/';
const account = '111122223333';

/** A report in which nothing is said yet. */
export const emptyReport: PullRequestReport = {
  phase: { kind: 'planned' },
  account: { id: account, alias: 'acme-production', partition: 'aws' },
  declared: { account, scope: 'platform' },
  offline: undefined,
  commits: { base, head },
  runUrl: 'https://github.com/acme/iam/actions/runs/1234567890',
  failure: undefined,
  problems: [],
  plan: undefined,
  review: undefined,
  guardrails: { file: '.rolecall/guardrails.yaml', commit: base, state: 'used' },
  refusals: [],
  policies: [],
  lint: [],
  controlPlane: [],
  approval: { kind: 'review', approvedBy: [], void: [] },
  checks: [],
};

function document(...statements: readonly object[]): PolicyDocument {
  return {
    Version: '2012-10-17',
    Statement: statements.map((statement) => ({ Effect: 'Allow', ...statement })),
  };
}

const ecs = document({
  Principal: { Service: 'ecs-tasks.amazonaws.com' },
  Action: 'sts:AssumeRole',
});
const reads = document({
  Sid: 'ReadOrders',
  Action: ['s3:GetObject', 's3:ListBucket'],
  Resource: ['arn:aws:s3:::orders', 'arn:aws:s3:::orders/*'],
});
const writes = document(
  {
    Sid: 'ReadOrders',
    Action: ['s3:GetObject', 's3:ListBucket'],
    Resource: ['arn:aws:s3:::orders', 'arn:aws:s3:::orders/*'],
  },
  {
    Sid: 'WriteOrders',
    Action: ['s3:PutObject', 's3:DeleteObject'],
    Resource: 'arn:aws:s3:::orders/*',
  },
);

function ourRole(name: string, parts: Partial<Parameters<typeof aRole>[0]> = {}) {
  return aRole({
    name,
    path,
    arn: `arn:aws:iam::${account}:role${path}${name}`,
    trust: ecs,
    tags: mark(`role/${name}`),
    ...parts,
  });
}

interface Prepared {
  readonly yaml: string;
  readonly live?: KnownParts;
  readonly prune?: boolean;
  readonly guardrails?: string;
}

/** The real path: a manifest is planned against an account, judged and reviewed. */
async function reportOf(
  { yaml, live = {}, prune = false, guardrails }: Prepared,
  parts: Partial<PullRequestReport> = {},
): Promise<PullRequestReport> {
  const desired = await desiredOf(yaml);
  const roles = live.roles ?? [];
  const snapshot = accountWith({
    roleSettings: Object.fromEntries(roles.map(({ name }) => [name, { maxSessionDuration: 3600 }])),
    userCredentials: {},
    ...live,
  });
  const plan = planAccount({
    scope: 'platform',
    account,
    partition: 'aws',
    ignoreTags: [],
    prune: prune ? { enabled: true, maxDeletes: 5 } : undefined,
    desired,
    snapshot,
  });
  const review = reviewPlan({ plan, desired, snapshot });
  const refusals =
    guardrails === undefined
      ? []
      : judgeGuardrails({
          guardrails: readGuardrails('.rolecall/guardrails.yaml', guardrails),
          plan,
          desired,
          before: snapshot,
          after: review.after,
        });
  return { ...emptyReport, plan, review, refusals, ...parts };
}

/** Declarations in YAML of one role each. */
function roles(declarations: { readonly [name: string]: object }): string {
  const lines = Object.entries(declarations).map(
    ([name, parts]) => `  ${name}: ${JSON.stringify({ trust: ecs, ...parts })}\n`,
  );
  return `roles:\n${lines.join('')}`;
}

const limit = aPolicy({ name: 'team-limit', document: allowRead });

const github = 'token.actions.githubusercontent.com';
const tokens = (subject: object) =>
  document({
    Principal: { Federated: `arn:aws:iam::${account}:oidc-provider/${github}` },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: { StringEquals: { [`${github}:aud`]: 'sts.amazonaws.com' }, ...subject },
  });

const grantsAdministrator = () =>
  reportOf({
    yaml: roles({
      deploy: { inlinePolicies: { deploy: { ...writes }, iam: allowIam } },
      orders: { inlinePolicies: { data: writes } },
    }),
    live: {
      roles: [
        ourRole('deploy', { inlinePolicies: [{ name: 'deploy', document: writes }] }),
        ourRole('orders', { inlinePolicies: [{ name: 'data', document: reads }] }),
      ],
    },
  });

const widensTrust = () =>
  reportOf(
    {
      yaml: roles({
        release: {
          trust: tokens({ StringLike: { [`${github}:sub`]: 'repo:*' } }),
          inlinePolicies: { data: writes },
        },
      }),
      live: {
        roles: [
          ourRole('release', {
            trust: tokens({
              StringEquals: { [`${github}:sub`]: 'repo:acme/shop:ref:refs/heads/main' },
            }),
            inlinePolicies: [{ name: 'data', document: writes }],
          }),
        ],
        oidcProviders: [],
      },
    },
    {
      lint: [
        {
          level: 'warning',
          code: 'OIDC_SUBJECT_WILDCARD',
          message: `The condition on "${github}:sub" lets in every repository.`,
          position: { file: 'rolecall.yaml', line: 5, column: 3 },
          learnMore:
            'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html',
        },
      ],
      approval: {
        kind: 'review',
        approvedBy: [],
        void: [{ login: 'mallory', why: 'They pushed the last commit.' }],
      },
    },
  );

const removesBoundary = () =>
  reportOf({
    yaml: roles({
      builder: {
        inlinePolicies: { all: document({ Action: ['s3:*', 'dynamodb:*'], Resource: '*' }) },
      },
    }),
    live: {
      roles: [
        ourRole('builder', {
          permissionsBoundary: limit.arn,
          inlinePolicies: [
            { name: 'all', document: document({ Action: ['s3:*', 'dynamodb:*'], Resource: '*' }) },
          ],
        }),
      ],
      policies: [limit],
    },
  });

const deletesUsedRole = () =>
  reportOf({
    yaml: roles({ orders: { inlinePolicies: { data: reads } } }),
    live: {
      roles: [
        ourRole('orders', { inlinePolicies: [{ name: 'data', document: writes }] }),
        ourRole('reporting', {
          inlinePolicies: [{ name: 'data', document: reads }],
          lastUsed: { at: daysAgo(3), region: 'eu-central-1' },
        }),
      ],
    },
    prune: true,
  });

const noChange = () =>
  reportOf({
    yaml: roles({ orders: { inlinePolicies: { data: reads } } }),
    live: { roles: [ourRole('orders', { inlinePolicies: [{ name: 'data', document: reads }] })] },
  });

const onlyTags = () =>
  reportOf({
    yaml: roles({ orders: { inlinePolicies: { data: reads }, tags: { team: 'shop' } } }),
    live: { roles: [ourRole('orders', { inlinePolicies: [{ name: 'data', document: reads }] })] },
  });

const newRole = () =>
  reportOf(
    {
      yaml: roles({
        thumbnails: { description: 'Makes thumbnails', inlinePolicies: { data: writes } },
      }),
    },
    { approval: { kind: 'review', approvedBy: ['grace'], void: [] } },
  );

const conflict = () =>
  reportOf(
    {
      yaml: roles({ orders: { inlinePolicies: { data: reads } }, web: {} }),
      live: { roles: [aRole({ name: 'orders' })] },
    },
    {
      failure: { reason: 'conflict', message: 'One resource stands in the way.' },
    },
  );

const refused = () =>
  reportOf(
    {
      yaml: roles({ deploy: { inlinePolicies: { iam: allowIam } } }),
      live: { roles: [ourRole('deploy')] },
      guardrails: [
        'version: 1',
        'neverGrant:',
        '  - name: no-iam-writes',
        '    actions: [iam:Create*, iam:Put*]',
        'boundary:',
        '  roles:',
        '    allowed: [team-limit]',
      ].join('\n'),
    },
    { failure: { reason: 'guardrail', message: 'The guardrails refuse the plan.' } },
  );

async function invalidManifest(): Promise<PullRequestReport> {
  const faults = await faultsOf(
    manifestOf('roles:\n  orders:\n    trust: 5\n    descripton: Reads orders\npolicies: []\n'),
  );
  const problems = faults.map(({ at, message, hint }): Diagnostic => {
    const [line = '1', column = '1'] = at.split(':');
    return {
      code: 'MANIFEST_INVALID',
      message,
      hint,
      position: { file: 'rolecall.yaml', line: Number(line), column: Number(column) },
    };
  });
  return {
    ...emptyReport,
    declared: undefined,
    problems,
    failure: { reason: 'invalid-manifest', message: 'The manifest is invalid.' },
  };
}

async function offlineReview(before: string, after: string): Promise<Review> {
  const [old, desired] = await Promise.all([desiredOf(before), desiredOf(after)]);
  const of = (declared: typeof desired) =>
    declaredSnapshot({ desired: declared, account, partition: 'aws' });
  return reviewSnapshots({ before: of(old), after: of(desired), plan: undefined, desired });
}

async function offlineFork(): Promise<PullRequestReport> {
  const review = await offlineReview(
    roles({ orders: { inlinePolicies: { data: reads } } }),
    roles({ orders: { inlinePolicies: { data: writes } } }),
  );
  return {
    ...emptyReport,
    review,
    account: undefined,
    offline: "A fork's pull request has no credentials.",
    approval: { kind: 'none' },
  };
}

const fortyRoles = () =>
  reportOf({
    yaml: roles(
      Object.fromEntries(
        Array.from({ length: 40 }, (_, index) => [
          `worker-${String(index).padStart(2, '0')}`,
          index % 8 === 0
            ? { inlinePolicies: { all: allowAll } }
            : { inlinePolicies: { data: index % 2 === 0 ? writes : reads } },
        ]),
      ),
    ),
    live: {
      roles: Array.from({ length: 20 }, (_, index) =>
        ourRole(`worker-${String(index).padStart(2, '0')}`, {
          inlinePolicies: [{ name: 'data', document: reads }],
        }),
      ),
    },
  });

/** A policy as long as IAM takes one: 6,144 characters. */
function longPolicy(seed: number): PolicyDocument {
  const statements = Array.from({ length: 28 }, (_, index) => ({
    Sid: `Table${seed}x${index}`,
    Action: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'],
    Resource: `arn:aws:dynamodb:eu-central-1:${account}:table/service-${seed}-data-${index}-abcdefghijklmnopqrstu`,
  }));
  return document(...statements);
}

const large = () =>
  reportOf(
    {
      yaml: `policies:\n${Array.from(
        { length: 40 },
        (_, index) => `  data-${index}: ${JSON.stringify({ document: longPolicy(index) })}\n`,
      ).join('')}${roles(
        Object.fromEntries(
          Array.from({ length: 40 }, (_, index) => [
            `service-${index}`,
            { managedPolicies: [`data-${index}`] },
          ]),
        ),
      )}`,
    },
    {
      checks: Array.from({ length: 30 }, (_, index) => ({
        check: 'iam.user.stale',
        severity: 'medium',
        outcome: 'fail',
        subject: `arn:aws:iam::${account}:user/someone-${index}`,
        message: 'The user has not signed in for 120 days.',
        remedy: 'Delete the user.',
      })),
    },
  );

function applyReport(plan: Plan, fails: (nth: number) => boolean): ApplyReport {
  let failed = false;
  const results = operationsOf(plan).map((operation, nth) => {
    if (failed) return resultOf(operation, 'skipped', { message: 'role/deploy failed.' });
    if (!fails(nth)) return resultOf(operation, 'done');
    failed = true;
    return resultOf(operation, 'failed', {
      message:
        'User: arn:aws:sts::111122223333:assumed-role/rolecall-apply/run is not authorized to perform: iam:PutRolePolicy with an explicit deny in a permissions boundary',
      hint: 'Look at the permissions boundary of rolecall-apply.',
    });
  });
  return {
    planId: plan.planId,
    scope: plan.scope,
    account: plan.account,
    results,
    warnings: [],
    interrupted: false,
    complete: !failed,
  };
}

async function applied(): Promise<PullRequestReport> {
  const report = await newRole();
  if (report.plan === undefined) return report;
  return { ...report, phase: { kind: 'applied', report: applyReport(report.plan, () => false) } };
}

async function partialFailure(): Promise<PullRequestReport> {
  const report = await grantsAdministrator();
  if (report.plan === undefined) return report;
  return {
    ...report,
    phase: { kind: 'applied', report: applyReport(report.plan, (nth) => nth === 0) },
    failure: {
      reason: 'partial',
      message: 'AWS refused one operation; what depends on it was left.',
      hint: 'Run the job again: it goes on from there.',
    },
  };
}

const notApplied = async (): Promise<PullRequestReport> => ({
  ...(await grantsAdministrator()),
  phase: { kind: 'not-applied' },
  failure: {
    reason: 'not-approved',
    message: 'Nobody who may approve has approved 4f2d7c1a9b3e.',
    hint: 'Start the workflow by hand with this plan id to release exactly this plan.',
  },
});

const applying = async (): Promise<PullRequestReport> => ({
  ...(await grantsAdministrator()),
  phase: { kind: 'applying' },
});

const outdated = async (): Promise<PullRequestReport> => ({
  ...(await grantsAdministrator()),
  phase: { kind: 'outdated', by: 'A newer push took its place.' },
});

const controlPlane = async (): Promise<PullRequestReport> => ({
  ...(await newRole()),
  controlPlane: [
    '.rolecall/guardrails.yaml: the guardrails',
    '.github/workflows/iam.yaml: the workflow that applies',
  ],
});

const outsideManifest = (): PullRequestReport => {
  const holder = 'iam/app.yaml#AppRole';
  const snapshotOf = (inline: PolicyDocument) =>
    accountWith({
      roles: [aRole({ name: 'AppRole', inlinePolicies: [{ name: 'data', document: inline }] })],
    });
  const [more] = compareSnapshots(snapshotOf(reads), snapshotOf(writes));
  const [less] = compareSnapshots(snapshotOf(writes), snapshotOf(reads));
  if (more === undefined || less === undefined) return emptyReport;
  const file = 'iam/app.yaml';
  return {
    ...emptyReport,
    declared: undefined,
    guardrails: undefined,
    policies: [
      { ...more, arn: holder, file, position: { file, line: 14, column: 7 } },
      { ...less, arn: 'iam/app.yaml#ReportRole', file, position: { file, line: 40, column: 7 } },
      {
        ...more,
        arn: 'iam/app.yaml#QueuePolicy',
        aspect: 'resource-policy',
        file,
        position: { file, line: 60, column: 7 },
        result: { verdict: 'unread', unread: ['the parameter QueueName'] },
        diff: undefined,
      },
    ],
  };
};

const group = () =>
  reportOf({
    yaml: `policies:\n  reading: ${JSON.stringify({ document: writes })}\n`,
    live: {
      policies: [reading],
      policySettings: { [reading.arn]: { tags: mark('policy/reading') } },
      users: [aUser({ name: 'ada', attachedPolicies: attach(reading) })],
      roles: [aRole({ name: 'batch', attachedPolicies: attach(reading) })],
    },
  });
const reading = aPolicy({
  name: 'reading',
  path,
  arn: `arn:aws:iam::${account}:policy${path}reading`,
  document: reads,
});

/** What readers meet, by name: each made as the action makes it. */
export const scenarios: { readonly [name: string]: () => Promise<PullRequestReport> } = {
  'grants-administrator': grantsAdministrator,
  'widens-trust': widensTrust,
  'removes-boundary': removesBoundary,
  'deletes-used-role': deletesUsedRole,
  'shared-policy': group,
  'new-role': newRole,
  'only-tags': onlyTags,
  'no-change': noChange,
  conflict,
  refused,
  'invalid-manifest': invalidManifest,
  'offline-fork': offlineFork,
  'control-plane': controlPlane,
  'policies-outside': async () => outsideManifest(),
  'forty-roles': fortyRoles,
  large,
  applying,
  applied,
  'partial-failure': partialFailure,
  'not-applied': notApplied,
  outdated,
};

export const options = {
  linkTo: ({ file, line }: { readonly file: string; readonly line: number }) =>
    `https://github.com/acme/iam/blob/${head}/${file}#L${line}`,
  marker: '<!-- rolecall:default -->',
};
