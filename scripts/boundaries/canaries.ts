/** Sources that trip one rule, and sources just on the right side of it. */
export type Canary = {
  rule: string;
  trips: Readonly<Record<string, string>>;
  passes: Readonly<Record<string, string>>;
};

const core = 'packages/core/src/model/planted.ts';
const policy = 'packages/policy/src/planted.ts';
const coreTest = 'packages/core/src/model/planted.test.ts';

/** A rule without a canary, or one that stays silent on its canary, fails `npm run check`. */
export const canaries: readonly Canary[] = [
  {
    rule: 'workspace-listed',
    trips: { 'packages/extra/src/index.ts': '', 'packages/extra/src/index.test.ts': '' },
    passes: { 'packages/contract/src/index.ts': '' },
  },
  {
    rule: 'package-direction',
    trips: {
      'packages/policy/src/a.ts': "import type { Finding } from '@rolecall/core';",
      'packages/core/src/model/b.ts': "export * from '@rolecall/aws';",
      'packages/aws/src/sibling.ts': "import '@rolecall/sandbox';",
      'packages/aws/src/sibling.test.ts': "const it = await import('@rolecall/sandbox');",
      'packages/sandbox/src/c.ts': "let client: import('@rolecall/aws').Client;",
      'apps/cli/src/other-app.ts': "import {\n  serve,\n} from '@rolecall/api';",
      'bench/run.ts': 'import "@rolecall/cli";',
    },
    passes: {
      'packages/core/src/model/b.ts': "import { parseArn } from '@rolecall/policy';",
      'packages/aws/src/a.ts': "import { text } from './core.ts'; // from '@rolecall/sandbox'",
      'apps/cli/src/a.ts': "import { a } from '@rolecall/aws'; import '@rolecall/sandbox';",
      'tests/src/a.test.ts': "import { run } from '@rolecall/cli';",
      'packages/policy/src/a.ts': 'const text = "import { a } from \'@rolecall/core\'";',
    },
  },
  {
    rule: 'public-entry',
    trips: {
      'apps/cli/src/a.ts': "import { a } from '@rolecall/core/src/plan/diff.ts';",
      'apps/cli/src/a.test.ts': "import { a } from '@rolecall/core/src/plan/diff.ts';",
    },
    passes: { 'apps/cli/src/a.ts': "import { a } from '@rolecall/core';" },
  },
  {
    rule: 'relative-stays-inside',
    trips: {
      'packages/aws/src/a.ts': "import { a } from '../../core/src/index.ts';",
      'packages/aws/src/a.test.ts': "import { a } from '../../core/src/index.ts';",
      'packages/aws/src/b.ts': "import cases from '../../../cases/a.json' with { type: 'json' };",
    },
    passes: {
      'packages/aws/src/deep/a.ts': "import { a } from '../index.ts';",
      'packages/aws/src/b.test.ts':
        "import cases from '../../../cases/a.json' with { type: 'json' };",
    },
  },
  {
    rule: 'literal-imports',
    trips: { 'packages/aws/src/a.ts': 'const module = await import(name);' },
    passes: {
      'packages/aws/src/a.ts': "const here = import.meta.url; await import('./b.ts');",
      'packages/aws/src/a.test.ts': 'const module = await import(name);',
    },
  },
  {
    rule: 'no-test-code',
    trips: {
      'packages/aws/src/a.ts': "import { example } from './a.test.ts';",
      'packages/sandbox/src/b.ts': "import { snapshot } from './fixtures/snapshot.ts';",
      'apps/cli/src/c.ts': "import { vi } from 'vitest';",
    },
    passes: {
      'packages/sandbox/src/b.test.ts': "import { snapshot } from './fixtures/snapshot.ts';",
      'apps/cli/src/c.ts': "import { a } from './contest.ts';",
    },
  },
  {
    rule: 'policy-stands-alone',
    trips: { [policy]: "import { z } from 'zod';" },
    passes: {
      [policy]: "import { a } from './arn.ts';",
      'packages/policy/src/planted.test.ts': "import fc from 'fast-check';",
      [core]: "import { z } from 'zod';",
    },
  },
  {
    rule: 'sdk-in-adapter',
    trips: {
      [core]: "import type { Role } from '@aws-sdk/client-iam';",
      [coreTest]: "import { IAM } from '@aws-sdk/client-iam';",
      'apps/cli/src/a.ts': "import { STS } from '@aws-sdk/client-sts';",
      'packages/sandbox/src/a.ts': "import { schema } from '@smithy/core/schema';",
    },
    passes: {
      'packages/aws/src/a.ts': "import { IAM } from '@aws-sdk/client-iam';",
      'packages/sandbox/src/a.test.ts': "import { IAM } from '@aws-sdk/client-iam';",
      'tests/src/emulator.ts': "import { IAM } from '@aws-sdk/client-iam';",
    },
  },
  {
    rule: 'core-layer-listed',
    trips: { 'packages/core/src/extra/a.ts': '', 'packages/core/src/extra/a.test.ts': '' },
    passes: { 'packages/core/src/index.ts': '', 'packages/aws/src/extra/a.ts': '' },
  },
  {
    rule: 'core-layers',
    trips: {
      'packages/core/src/model/a.ts': "import { diff } from '../plan/diff.ts';",
      'packages/core/src/checks/b.ts': "import { blueprint } from '../blueprints/b.ts';",
      'packages/core/src/manifest/c.ts': "import { diff } from '../plan/diff.ts';",
      'packages/core/src/plan/d.ts': "import { all } from '../index.ts';",
      'packages/core/src/data/f.ts': "import type { Part } from '../model/part.ts';",
      'packages/core/src/report/e.ts': "import { apply } from '../verbs/apply.ts';",
    },
    passes: {
      'packages/core/src/plan/a.ts':
        "import { m } from '../manifest/m.ts'; import '../model/a.ts';",
      'packages/core/src/checks/c.ts':
        "import dates from '../data/dates.json' with { type: 'json' };",
      'packages/core/src/manifest/b.ts': "import { b } from '../blueprints/b.ts';",
      'packages/core/src/verbs/apply.ts': "import { diff } from '../plan/diff.ts';",
      'packages/core/src/index.ts': "export { apply } from './verbs/apply.ts';",
      'packages/core/src/model/round.test.ts': "import { diff } from '../plan/diff.ts';",
    },
  },
  {
    rule: 'pure-without-node',
    trips: Object.fromEntries(
      ['node:fs', 'node:http', 'node:net', 'node:child_process', 'node:os', 'node:timers/promises']
        .concat(['node:process', 'fs', 'node:path'])
        .map((name, index) => [`packages/core/src/model/planted-${index}.ts`, `import '${name}';`]),
    ),
    passes: {
      [coreTest]: "import { readFileSync } from 'node:fs';",
      'packages/aws/src/a.ts': "import { setTimeout } from 'node:timers/promises';",
    },
  },
  {
    rule: 'crypto-for-hashes',
    trips: {
      [core]: "import { createHash, randomUUID } from 'node:crypto';",
      [policy]: "import * as crypto from 'node:crypto';",
      'packages/core/src/plan/a.ts': "const { randomBytes } = await import('node:crypto');",
    },
    passes: {
      [core]: "import { createHash as digest, type Hash } from 'node:crypto';",
      [coreTest]: "import { randomUUID } from 'node:crypto';",
      'packages/aws/src/a.ts': "import { randomUUID } from 'node:crypto';",
    },
  },
  {
    rule: 'pure-without-ambient',
    trips: Object.fromEntries(
      [
        'const a = Date.now();',
        'const a = new Date();',
        'const a = new Date;',
        'const a = Date();',
        'const a = Math.random();',
        'const a = `${process.cwd()}`;',
        'console.log(1);',
        "await fetch('https://example.com');",
        'setTimeout(run, 5);',
        'const a = globalThis.x;',
        'const a = names.sort((x, y) => x.localeCompare(y));',
      ].map((code, index) => [`packages/policy/src/planted-${index}.ts`, code]),
    ),
    passes: {
      [policy]: [
        'const a = new Date(text);',
        "const b = new Date('2026-01-01');",
        'const c = plan.process.steps; // Date.now() would not do',
        "const d = 'console.log(process.env)';",
        'const e = `Math.random() ${a}`;',
        'const f = ports.fetch(a) / prefetch(b) / 2;',
        'const g = /fetch(setTimeout()/u;',
      ].join('\n'),
      [coreTest]: 'const started = Date.now(); console.log(process.cwd());',
      'packages/aws/src/a.ts': 'const now = Date.now();',
    },
  },
  {
    rule: 'environment-at-entry',
    trips: {
      'packages/aws/src/a.ts': 'const region = process.env.AWS_REGION;',
      'apps/cli/src/b.ts': 'const { HOME } = process.env;',
      'apps/cli/src/c.ts': "import { env } from 'node:process';",
    },
    passes: {
      'apps/cli/src/main.ts': 'run({ environment: process.env });',
      'apps/cli/src/environment.ts': "import { env } from 'node:process';",
      'apps/cli/src/b.ts': 'process.exitCode = run(environment.HOME);',
      'packages/aws/src/a.test.ts': 'const endpoint = process.env.MOTO_URL;',
    },
  },
];
