import { writeFile } from 'node:fs/promises';
import { join, posix, resolve } from 'node:path';
import { type PullRequestReport, RolecallError, sarifOf } from '@rolecall/core';
import type { Run } from '../run/run.ts';
import { version } from '../run/version.ts';
import type { WrittenFiles } from './write-outputs.ts';

/** Keeps the plan, and what was found as SARIF, where later steps find them. */
export async function writeFiles(run: Run, report: PullRequestReport): Promise<WrittenFiles> {
  const { temp, inputs, root } = run;
  const planFile = report.plan === undefined ? undefined : join(temp, 'rolecall-plan.json');
  if (planFile !== undefined) {
    await writeFile(planFile, `${JSON.stringify(report.plan, null, 2)}\n`);
  }
  const { sarifFile } = inputs;
  if (sarifFile === undefined) return { planFile, sarifFile };
  requireWithin(sarifFile);
  const sarif = sarifOf(report, { version, file: inputs.manifest });
  await writeFile(resolve(root, sarifFile), `${JSON.stringify(sarif, null, 2)}\n`);
  return { planFile, sarifFile };
}

function requireWithin(file: string): void {
  const path = posix.normalize(file);
  if (!path.startsWith('..') && !path.startsWith('/')) return;
  throw new RolecallError('USAGE', `sarif-file "${file}" leads out of the workspace.`, {
    hint: 'Name a file in the workspace, such as rolecall.sarif.',
  });
}
