import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
  type GenerationRequest,
  generatePolicy,
  type PlaceholderValues,
  type PrincipalAccess,
  RolecallError,
} from '@rolecall/core';
import type { PolicyStatement } from '@rolecall/policy';
import { Command } from 'commander';
import { requireWritable, writeText } from '../files/write-text.ts';
import { openAnalyzer } from '../policy/ask-analyzer.ts';
import { compareWithToday } from '../policy/compare-with-today.ts';
import { readDeclaredStatements } from '../policy/declared-statements.ts';
import { levelOf } from '../policy/finding-order.ts';
import { type JobOptions, jobOf } from '../policy/generate-options.ts';
import { sideOfGenerated } from '../policy/generated-side.ts';
import { withGenerationProgress } from '../policy/generation-progress.ts';
import { lintFiles } from '../policy/lint-files.ts';
import { readPlaceholderValues } from '../policy/placeholder-values.ts';
import { presentGenerated } from '../policy/present-generated.ts';
import type { GeneratedReport } from '../policy/render-generated.ts';
import { readTodaysAccess } from '../policy/todays-access.ts';
import { type CommandContext, type Invocation, runs, withExamples } from './command-context.ts';

interface GenerateOptions extends JobOptions {
  readonly write: string;
  readonly force?: boolean;
  readonly values?: string;
  readonly declare?: string;
  readonly snapshot?: string;
}

export function policyGenerateCommand(context: CommandContext): Command {
  const command = new Command('generate')
    .description(
      'Let Access Analyzer write a policy from what CloudTrail recorded (free), and check it.',
    )
    .requiredOption('--principal <arn>', 'the role or user that the policy is for')
    .requiredOption('--write <file>', 'where the policy goes')
    .option('--force', 'overwrite what is there')
    .option('--trail <arn...>', 'trails to read; ARN=REGION,… for some Regions only')
    .option('--access-role <arn>', 'the role that Access Analyzer reads the trails with')
    .option('--start <date>', 'from when on (default: 30 days before the end; most: 90)')
    .option('--end <date>', 'until when (default: now)')
    .option('--job <id>', 'pick up a job that was started before')
    .option('--values <file>', 'values of placeholders, JSON or YAML')
    .option('--declare <file>', 'a policy with what CloudTrail does not record')
    .option('--snapshot <file>', "today's policies, instead of reading the account");
  return withExamples(runs<GenerateOptions>(command, context, generate), [
    'rolecall policy generate --principal … --write app.json \\\n      --trail … --access-role …',
    'rolecall policy generate --principal … --write app.json \\\n      --job … --values values.yaml',
  ]).addHelpText(
    'after',
    '\nExits with 0 when written, 2 when placeholders are left or lint finds errors,\n' +
      '1 for an error.',
  );
}

async function generate(invocation: Invocation<GenerateOptions>): Promise<number> {
  const { environment, presenter, options } = invocation;
  const { cwd } = environment;
  const { write } = options;
  const job = jobOf(options, environment.now());
  await requireWritable(cwd, write);
  await requireAbsent(cwd, options);
  const values: PlaceholderValues =
    options.values === undefined ? new Map() : await readPlaceholderValues(cwd, options.values);
  const declared =
    options.declare === undefined ? [] : await readDeclaredStatements(cwd, options.declare);
  // Read before the job starts: a principal that is not there had better not cost a start.
  const { snapshot, principal: arn } = options;
  const today = await readTodaysAccess({ environment, presenter, arn, snapshot });
  const report = await runJob(invocation, { job, values, declared });
  requireSamePrincipal(report, today);
  const side = sideOfGenerated(report, write);
  // It may have come while the job ran.
  await requireAbsent(cwd, options, report.jobId);
  await writeText(cwd, write, side.text);
  const linted = await lintFiles(cwd, [write], {
    kind: 'identity',
    resourceType: undefined,
    entity: undefined,
  });
  const compared = compareWithToday(today, side);
  presentGenerated(presenter, { report, side, linted, compared });
  const hasErrors = linted.some(({ findings }) =>
    findings.some((finding) => levelOf(finding) === 'error'),
  );
  return hasErrors || report.placeholders.length > 0 ? 2 : 0;
}

interface Job {
  readonly job: GenerationRequest | { readonly jobId: string };
  readonly values: PlaceholderValues;
  readonly declared: readonly PolicyStatement[];
}

async function runJob(
  { environment, presenter }: Pick<Invocation<GenerateOptions>, 'environment' | 'presenter'>,
  { job, values, declared }: Job,
): Promise<GeneratedReport> {
  const { now, sleep, signal } = environment;
  const { port } = await openAnalyzer({ environment, presenter, paidCalls: 0 });
  const jobId = 'jobId' in job ? job.jobId : undefined;
  return withGenerationProgress({ environment, presenter, jobId }, (onProgress) =>
    generatePolicy(port, {
      job,
      values,
      declared,
      // The review is of the file, where findings have lines.
      review: () => undefined,
      now,
      sleep,
      signal,
      onProgress,
    }),
  );
}

async function requireAbsent(
  cwd: string,
  { write, force }: GenerateOptions,
  jobId?: string,
): Promise<void> {
  if (force === true) return;
  const exists = await access(resolve(cwd, write)).then(
    () => true,
    () => false,
  );
  if (!exists) return;
  throw new RolecallError('USAGE', `${write} is there already; nothing was written.`, {
    hint:
      jobId === undefined
        ? 'Say --force to overwrite it.'
        : `Name another file, or say --force, and pick up the job with --job ${jobId}.`,
  });
}

function requireSamePrincipal(
  { jobId, properties: { principalArn } }: GeneratedReport,
  { arn }: PrincipalAccess,
): void {
  if (principalArn === arn) return;
  throw new RolecallError(
    'PRINCIPAL_INVALID',
    `The policy generation ${jobId} is for ${principalArn}, not for ${arn}; nothing was written.`,
    { subject: principalArn, hint: 'Correct --principal or --job.' },
  );
}
