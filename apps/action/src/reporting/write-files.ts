import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sarifOf } from '@rolecall/core';
import { detailsJson, detailsPage, detailsSarif } from '../checking/check-details.ts';
import type { Run } from '../run/run.ts';
import { version } from '../run/version.ts';
import type { Found, WrittenFiles } from './write-outputs.ts';

/** Keeps the plan, and what was found, where later steps find them. */
export async function writeFiles(run: Run, { report, details }: Found): Promise<WrittenFiles> {
  const { temp, inputs, workspace } = run;
  const { plan } = report;
  const { sarifFile, htmlFile, jsonFile } = inputs;
  const save = (file: string, text: () => string) =>
    written(run, file, () => workspace.save(file, text()));
  const planFile = join(temp, 'rolecall-plan.json');
  const sarif = () =>
    details === undefined
      ? sarifOf(report, { version, file: inputs.manifest })
      : detailsSarif(details, inputs.manifest);
  return {
    planFile: plan && (await written(run, planFile, () => writeFile(planFile, textOf(plan)))),
    sarifFile: sarifFile && (await save(sarifFile, () => textOf(sarif()))),
    htmlFile: htmlFile && details && (await save(htmlFile, () => detailsPage(details))),
    jsonFile: jsonFile && details && (await save(jsonFile, () => textOf(detailsJson(details)))),
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
