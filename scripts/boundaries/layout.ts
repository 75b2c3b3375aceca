/** Who may import whom: apps → aws, sandbox, contract, audit, secrets → core → policy. Siblings do not meet. */
export const workspaceImports: Readonly<Record<string, readonly string[]>> = {
  'packages/policy': [],
  'packages/core': ['policy'],
  'packages/aws': ['core', 'policy'],
  'packages/sandbox': ['core', 'policy'],
  'packages/contract': ['core', 'policy'],
  'packages/audit': ['policy'],
  'packages/secrets': ['core', 'policy'],
  'apps/action': ['aws', 'sandbox', 'contract', 'core', 'policy'],
  'apps/api': ['aws', 'sandbox', 'contract', 'audit', 'secrets', 'core', 'policy'],
  'apps/cli': ['aws', 'sandbox', 'contract', 'audit', 'secrets', 'core', 'policy'],
  tests: ['action', 'api', 'cli', 'aws', 'sandbox', 'contract', 'secrets', 'core', 'policy'],
  bench: ['api', 'aws', 'sandbox', 'contract', 'core', 'policy'],
};

/** Computes values from values: no clock, environment, randomness, network or logging. */
export const purePackages: readonly string[] = ['packages/policy', 'packages/core'];

/**
 * What the folders of core/src may import of each other. Files that lie in src itself are `verbs`.
 * `data` holds dated facts about AWS and their types.
 */
export const coreLayers: Readonly<Record<string, readonly string[]>> = {
  data: [],
  model: ['data'],
  access: ['data', 'model'],
  checks: ['data', 'model'],
  compliance: ['data', 'model', 'checks'],
  blueprints: ['data', 'model'],
  guides: ['data', 'model', 'checks', 'blueprints'],
  manifest: ['data', 'model', 'blueprints'],
  plan: ['data', 'model', 'blueprints', 'manifest'],
  lockouts: ['data', 'model', 'checks', 'manifest', 'plan'],
  guardrails: ['data', 'model', 'access', 'blueprints', 'manifest', 'plan'],
  fixes: ['data', 'model', 'checks', 'access', 'blueprints', 'manifest', 'plan'],
  bootstrap: ['data', 'model', 'blueprints', 'manifest'],
  render: ['data', 'model', 'blueprints', 'manifest'],
  import: ['data', 'model', 'blueprints', 'manifest', 'plan'],
  repository: ['data', 'model', 'access'],
  exceptions: ['data', 'model', 'manifest'],
  review: ['data', 'model', 'access', 'manifest', 'plan', 'guardrails', 'repository'],
  report: [
    'data',
    'model',
    'access',
    'checks',
    'compliance',
    'guides',
    'blueprints',
    'manifest',
    'plan',
    'guardrails',
    'repository',
    'review',
    'exceptions',
    'fixes',
  ],
  verbs: [
    'data',
    'model',
    'access',
    'checks',
    'compliance',
    'guides',
    'blueprints',
    'manifest',
    'plan',
    'guardrails',
    'lockouts',
    'bootstrap',
    'render',
    'import',
    'repository',
    'review',
    'exceptions',
    'report',
    'fixes',
  ],
};

/** The only shipped files that see the environment; they pass on what they read. */
export const environmentReaders: readonly string[] = [
  'apps/action/src/main.ts',
  'apps/api/src/main.ts',
  'apps/cli/src/environment.ts',
  'apps/cli/src/main.ts',
];

/** Where the AWS SDK may appear, and where only tests may import it. */
export const sdkWorkspaces: readonly string[] = ['packages/aws', 'tests'];
export const sdkTestWorkspaces: readonly string[] = ['packages/sandbox'];

/** All that pure packages use of Node: digests. The rest of node:crypto is random or keyed. */
export const hashImports: readonly string[] = [
  'createHash',
  'hash',
  'Hash',
  'BinaryToTextEncoding',
];
