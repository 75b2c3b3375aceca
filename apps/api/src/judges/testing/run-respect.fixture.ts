import { execFile } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { z } from 'zod';

const run = promisify(execFile);
const root = new URL('../../../../../', import.meta.url).pathname;
const redocly = join(root, 'node_modules/@redocly/cli/bin/cli.js');
const folder = join(root, 'packages/contract/flows');

/** The Arazzo documents of the contract. */
export const flowFiles: readonly string[] = globSync('*.arazzo.yaml', { cwd: folder }).sort();

/** One check of one step, as Redocly judged it. */
export interface JudgedCheck {
  /** `workflow/step: check`. */
  readonly of: string;
  readonly passed: boolean;
  readonly message: string;
}

export interface Judgement {
  readonly status: string;
  readonly workflows: readonly string[];
  /** `workflow/step`, each time it was taken. */
  readonly steps: readonly string[];
  readonly checks: readonly JudgedCheck[];
}

const flowShape = z.object({
  workflows: z.array(
    z.object({
      workflowId: z.string(),
      steps: z.array(z.object({ stepId: z.string(), operationId: z.string().optional() })),
    }),
  ),
});

/** `workflow/step` of every step that asks the service something. */
export const flowSteps: readonly string[] = flowFiles.flatMap((file) =>
  flowShape
    .parse(parse(readFileSync(join(folder, file), 'utf8')))
    .workflows.flatMap(({ workflowId, steps }) =>
      steps
        .filter(({ operationId }) => operationId !== undefined)
        .map(({ stepId }) => nameOf({ workflowId, stepId })),
    ),
);

const stepShape = z.object({
  type: z.literal('step'),
  stepId: z.string(),
  workflowId: z.string(),
  /** Of a try that was followed by another one. */
  retriesLeft: z.number().optional(),
  checks: z.array(z.object({ name: z.string(), passed: z.boolean(), message: z.string() })),
});
/** A workflow may run another one in place of a step. */
const workflowShape = z.object({
  type: z.literal('workflow'),
  workflowId: z.string(),
  get executedSteps() {
    return z.array(z.union([stepShape, workflowShape]));
  },
});
const reportShape = z.object({
  status: z.string(),
  files: z.record(z.string(), z.object({ executedWorkflows: z.array(workflowShape) })),
});
type Step = z.infer<typeof stepShape>;

/** Lets `redocly respect` go through flows against a running service. */
export async function runRespect(
  files: readonly string[],
  { url, inputs }: { readonly url: string; readonly inputs: Readonly<Record<string, string>> },
): Promise<Judgement> {
  const results = mkdtempSync(join(tmpdir(), 'rolecall-respect-'));
  const report = join(results, 'report.json');
  const given = Object.entries(inputs).flatMap(([name, value]) => ['--input', `${name}=${value}`]);
  const options = ['--server', `rolecall=${url}`, '--json-output', report, ...given];
  try {
    // It fails where a check fails; the report says more.
    const answer = await run(process.execPath, [redocly, 'respect', ...files, ...options], {
      cwd: folder,
      env: { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
      maxBuffer: 1e8,
      timeout: 170_000,
    }).then(
      () => ({ failed: false, said: '' }),
      (error: unknown) => ({ failed: true, said: String(error) }),
    );
    const read = (): string => {
      try {
        return readFileSync(report, 'utf8');
      } catch (cause) {
        throw new Error(answer.said, { cause });
      }
    };
    const { status, files: judged } = reportShape.parse(JSON.parse(read()));
    const workflows = Object.values(judged).flatMap(({ executedWorkflows }) => executedWorkflows);
    const steps = workflows.flatMap(stepsOf);
    return {
      status: answer.failed ? 'failed' : status,
      workflows: workflows.map(({ workflowId }) => workflowId),
      steps: steps.map(nameOf),
      checks: steps.flatMap(checksOf),
    };
  } finally {
    rmSync(results, { recursive: true, force: true });
  }
}

function stepsOf({ executedSteps }: z.infer<typeof workflowShape>): readonly Step[] {
  return executedSteps.flatMap((one) => (one.type === 'step' ? [one] : stepsOf(one)));
}

/** While a flow waits for a state, another one is no failure; an answer out of shape is. */
function checksOf(step: Step): readonly JudgedCheck[] {
  const counted = step.checks.filter(
    ({ name }) => step.retriesLeft === undefined || name !== 'success criteria check',
  );
  return counted.map(({ name, passed, message }) => ({
    of: `${nameOf(step)}: ${name}`,
    passed,
    message,
  }));
}

function nameOf({ workflowId, stepId }: Pick<Step, 'workflowId' | 'stepId'>): string {
  return `${workflowId}/${stepId}`;
}
