import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type PullRequestReport, sarifOf } from '@rolecall/core';
import type { Run } from '../run/run.ts';
import { version } from '../run/version.ts';
import type { WrittenFiles } from './write-outputs.ts';

/** Keeps the plan, and what was found as SARIF, where later steps find them. */
export async function writeFiles(run: Run, report: PullRequestReport): Promise<WrittenFiles> {
  const { temp, inputs, workspace } = run;
  const { plan } = report;
  const { sarifFile } = inputs;
  const planFile = join(temp, 'rolecall-plan.json');
  const sarif = sarifOf(report, { version, file: inputs.manifest });
  return {
    planFile: plan && (await written(run, planFile, () => writeFile(planFile, textOf(plan)))),
    sarifFile:
      sarifFile && (await written(run, sarifFile, () => workspace.save(sarifFile, textOf(sarif)))),
  };
}

/** A file that cannot be written is missed by who reads it; it changes no verdict. */
async function written(
  { runner }: Run,
  file: string,
  write: () => Promise<void>,
): Promise<string | undefined> {
  try {
    await write();
    return file;
  } catch (error) {
    runner.warn(`${file} is not written: ${error instanceof Error ? error.message : error}`);
    return undefined;
  }
}

function textOf(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
