import {
  type Manifest,
  noParts,
  type PullRequestReport,
  planSnapshot,
  readManifest,
  renderComment,
  renderSummary,
  reviewPlan,
  type Snapshot,
} from '@rolecall/core';
import fc from 'fast-check';
import { marked, type Token } from 'marked';
import { expect, it } from 'vitest';

const marker = '<!-- rolecall:default -->';

const attacks = [
  '<!-- rolecall:default -->',
  '-->',
  '</details>',
  '<details open><summary>x</summary>',
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '@octocat',
  '@acme/security please',
  '#123',
  'acme/iam#1',
  'GH-7',
  'https://evil.example/?a=b',
  'www.evil.example',
  'someone@evil.example',
  '[approve](https://evil.example)',
  '![x](https://evil.example/x.png)',
  '[x]: https://evil.example',
  '`',
  '``',
  '```',
  '`````',
  '`` ` ```',
  '~~~',
  '~~struck~~',
  '|',
  '\\|',
  '\\',
  '\\`',
  '**bold**',
  '_em_',
  '\n# heading\n',
  '\n\n---\n\n',
  '\n> [!TIP]\n> fine\n',
  '\r\n- item\r\n1. item',
  '\u001b[31mred',
  '\u202egnp',
  'a\u200bb',
  '\u2028',
  '&lt;b&gt; &#64;octocat',
  '$`x`$',
  ':tada:',
  '"',
  '""',
  '"`" "``" x"`"y',
  '(',
  ')',
  '    indented',
];

const hostile = fc
  .array(fc.oneof(fc.constantFrom(...attacks), fc.string({ maxLength: 12 }), fc.constant(' ')), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.join(''));

const known = <T>(value: T) => ({ status: 'known', value }) as const;
const account = '111122223333';

function snapshotOf(statement: object): Snapshot {
  const trust = {
    Version: '2012-10-17' as const,
    Statement: [
      { Effect: 'Allow' as const, Principal: { AWS: account }, Action: 'sts:AssumeRole' },
    ],
  };
  const role = (name: string) => ({
    name,
    path: '/rolecall/platform/',
    arn: `arn:aws:iam::${account}:role/rolecall/platform/${name}`,
    id: 'AROAEXAMPLE',
    createdAt: '2026-01-01T00:00:00Z',
    attachedPolicies: [],
    inlinePolicies: [
      {
        name: 'data',
        document: {
          Version: '2012-10-17' as const,
          Statement: [
            { Effect: 'Allow' as const, Action: 's3:GetObject', Resource: '*', ...statement },
          ],
        },
      },
    ],
    trust,
    instanceProfiles: [],
    tags: { 'rolecall:owner': 'platform', 'rolecall:resource': `role/${name}` },
    lastUsed: { at: '2026-11-19T00:00:00Z' },
  });
  return {
    schemaVersion: 1,
    caller: { account, partition: 'aws', arn: `arn:aws:sts::${account}:assumed-role/plan/run` },
    takenAt: '2026-11-20T00:00:00Z',
    parts: {
      ...noParts,
      users: known([]),
      groups: known([]),
      roles: known([role('app'), role('old')]),
      policies: known([]),
      accountSummary: known({}),
      passwordPolicy: known(null),
      oidcProviders: known([]),
      accountAliases: known([]),
      roleSettings: known({
        app: { maxSessionDuration: 3600 },
        old: { maxSessionDuration: 3600 },
      }),
      policySettings: known({}),
      instanceProfiles: known([]),
      userCredentials: known({}),
      managedDocuments: known({}),
    },
  };
}

function manifestOf(role: object): Promise<Manifest> {
  const text = JSON.stringify({
    version: 1,
    scope: 'platform',
    account,
    prune: { enabled: true },
    roles: { app: role, fresh: role },
  });
  return readManifest({ read: async () => text, match: async () => [] }, 'rolecall.yaml');
}

/** Descriptions, tags, resources and conditions as they come from a manifest. */
async function reportWith(text: string): Promise<PullRequestReport> {
  // IAM takes no other characters in a policy.
  const said = text.replace(/[^\t\n\r\u0020-\u007e\u00a1-\u00ff]/gu, '');
  const statement = {
    Effect: 'Allow',
    Action: ['s3:GetObject', 's3:PutObject'],
    Resource: [`arn:aws:s3:::${said}`, '*'],
    Condition: { StringEquals: { [`aws:RequestTag/${said}`]: said } },
  };
  const document = { Version: '2012-10-17', Statement: [statement] };
  const manifest = await manifestOf({
    description: said.slice(0, 900),
    tags: { team: text.replace(/[^\p{L}\p{Z}\p{N}_.:/=+\-@]/gu, '').slice(0, 200) },
    trust: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: '*' },
          Action: 'sts:AssumeRole',
          Condition: { StringLike: { [`aws:PrincipalTag/${said}`]: said } },
        },
      ],
    },
    inlinePolicies: { data: document, more: document },
  });
  const planned = planSnapshot({
    manifest,
    snapshot: snapshotOf({ Sid: text }),
    includeRetired: false,
  });
  const review = reviewPlan(planned);
  const position = { file: text, line: 1, column: 1 };
  const witness = review.risks.find((risk) => risk.witness !== undefined)?.witness;
  const conflict = planned.plan.changes[0];
  return {
    phase: { kind: 'planned' },
    account: { id: account, alias: text, partition: 'aws' },
    declared: { account: text, scope: text },
    offline: text,
    commits: { base: text, head: text },
    runUrl: text,
    failure: undefined,
    problems: [{ code: 'MANIFEST_INVALID', message: text, hint: text, position }],
    plan: {
      ...planned.plan,
      notes: [text],
      conflicts: conflict === undefined ? [] : [{ ...conflict, message: text, hint: text }],
    },
    review,
    guardrails: { file: text, commit: text, state: 'used' },
    refusals: [
      {
        rule: text,
        resource: text,
        address: text,
        position,
        message: text,
        hint: text,
        ...(witness && { witness }),
      },
    ],
    policies: review.access.map((each) => ({ ...each, file: text, position })),
    lint: [{ level: 'error', code: text, message: text, position, learnMore: text }],
    controlPlane: [text],
    approval: { kind: 'review', approvedBy: [text], void: [{ login: text, why: text }] },
    checks: [
      { check: text, severity: text, outcome: text, subject: text, message: text, remedy: text },
    ],
  };
}

/** What the program reads, and not the reader. */
const structural = new Set([
  ...['kind', 'verdict', 'status', 'type', 'level', 'change', 'aspect', 'severity', 'state'],
  ...['reason', 'oldDecision', 'Effect', 'effect', 'Version', 'comparison', 'qualifier'],
  ...['takenAt', 'code', 'operator'],
]);

/** Every other text is another hostile one; documents stay, for they had theirs. */
function poisoned(report: PullRequestReport, texts: readonly string[]): PullRequestReport {
  let next = 0;
  const pick = () => texts[next++ % texts.length] ?? '';
  const copy: PullRequestReport = JSON.parse(JSON.stringify(report), (key, value) =>
    typeof value === 'string' && !structural.has(key) && !/^\d+$/.test(key) ? pick() : value,
  );
  const { review, plan } = report;
  return {
    ...copy,
    review: review && { ...review, risks: copy.review?.risks ?? [] },
    plan,
    policies: copy.policies.map((policy, index) => ({
      ...review?.access[index],
      ...policy,
      ...pickSources(report, index),
    })),
  };
}

function pickSources(report: PullRequestReport, index: number) {
  const { sources, diff, result } = report.policies[index] ?? {};
  return { ...(sources && { sources }), diff, ...(result && { result }) };
}

const allowedHtml =
  /^(?:<details>|<\/details>|<br>|<summary>(?:[^<>@]|<code>[^<>@`]*<\/code>)*<\/summary>|\s)*$/;

function faultsOf(markdown: string, first: string): readonly string[] {
  const faults: string[] = [];
  if (first !== '' && !markdown.startsWith(`${first}\n`))
    faults.push('does not start with the marker');
  const rest = markdown.slice(first.length);
  let open = 0;
  let headings = 0;
  const visit = (token: Token): void => {
    switch (token.type) {
      case 'html':
        if (!allowedHtml.test(token.raw)) faults.push(`HTML ${token.raw}`);
        open += token.raw.split('<details>').length - token.raw.split('</details>').length;
        if (open < 0) faults.push('closes what is not open');
        break;
      case 'image':
      case 'def':
        faults.push(`${token.type} ${token.raw}`);
        break;
      case 'link':
        if (!token.raw.startsWith('[') || !/^https?:\/\//.test(token['href']))
          faults.push(`link ${token.raw}`);
        break;
      case 'heading':
        if (token['depth'] === 2) headings += 1;
        break;
      case 'text':
        if (
          !('tokens' in token) &&
          /@[\w-]|#\d|https?:|www\.|<[a-z!/]|\$`|\bGH-\d/i.test(token.raw)
        )
          faults.push(`text ${token.raw}`);
        break;
    }
  };
  void marked.walkTokens(marked.lexer(rest, { gfm: true }), visit);
  if (open !== 0) faults.push(`${open} sections stay open`);
  if (headings !== 1) faults.push(`${headings} verdicts`);
  // In a span or fence it is harmless, but who looks for it looks at lines.
  const lines = markdown.split('\n').filter((line) => line.trim() === marker);
  if (lines.length !== (first === '' ? 0 : 1)) faults.push('the marker stands elsewhere');
  return faults;
}

const phases: readonly PullRequestReport['phase'][] = [
  { kind: 'planned' },
  { kind: 'applying' },
  { kind: 'not-applied' },
];

const options = {
  marker,
  linkTo: ({ file }: { readonly file: string }) => `https://github.com/acme/iam/blob/x/${file}#L1`,
};

it('makes nothing of what comes from outside', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      hostile,
      fc.array(hostile, { minLength: 1, maxLength: 8 }),
      fc.constantFrom(...phases, 'applied' as const, 'outdated' as const),
      fc.constantFrom(4_000, 9_000, 60_000),
      async (text, texts, phase, budget) => {
        const plain = await reportWith(text);
        const report = poisoned(plain, texts);
        const results = (plain.plan?.changes ?? []).flatMap(({ operations }) =>
          operations.map(({ id, resource, action, facet }, index) => ({
            id,
            resource: index === 0 ? text : resource,
            action,
            facet,
            status: index === 0 ? ('failed' as const) : ('done' as const),
            message: text,
            hint: text,
          })),
        );
        const living: PullRequestReport['phase'] =
          phase === 'outdated'
            ? { kind: 'outdated', by: text }
            : phase === 'applied'
              ? {
                  kind: 'applied',
                  report: {
                    planId: text,
                    scope: text,
                    account: text,
                    results,
                    warnings: [text],
                    interrupted: false,
                    complete: false,
                  },
                }
              : phase;
        for (const each of [plain, report]) {
          const said = { ...each, phase: living };
          expect(faultsOf(renderComment(said, { ...options, budget }).markdown, marker)).toEqual(
            [],
          );
          if (living.kind !== 'outdated')
            expect(faultsOf(renderSummary(said, options).markdown, '')).toEqual([]);
        }
      },
    ),
    { numRuns: 60, seed: 20261121 },
  );
});

it('would see what it looks for', () => {
  const start = `${marker}\n## Verdict\n\n`;
  const seen = [
    'hello @octocat',
    '<b>x</b>',
    '![x](https://a.example)',
    'https://a.example',
    '<details>',
    '## Two',
    marker,
  ];
  for (const planted of seen) expect(faultsOf(`${start}${planted}\n`, marker)).not.toEqual([]);
  expect(faultsOf(`${start}\`@octocat\`\n`, marker)).toEqual([]);
});
