import {
  addToManifest,
  type GuideReportInput,
  missingEntries,
  type OneAccount,
  type PlannedEntry,
  RolecallError,
} from '@rolecall/core';
import type { Invocation } from '../commands/command-context.ts';
import type { GuideOptions } from '../commands/guide.ts';
import { isThere } from '../files/is-there.ts';
import { readText } from '../files/read-text.ts';
import { requireWritable, writeText } from '../files/write-text.ts';

interface WriteInput {
  readonly file: string;
  readonly invocation: Invocation<GuideOptions>;
  /** Of a manifest for several accounts, the one that was walked. */
  readonly only?: OneAccount | undefined;
}

export interface WrittenEntries {
  readonly file: string;
  readonly added: readonly string[];
  readonly emergencyPrincipals: readonly string[];
  readonly said: string;
}

/** Adds what is missing to the manifest; a file that is not there is made. */
export async function writeGuideEntries(
  { walk }: GuideReportInput,
  { file, invocation, only }: WriteInput,
): Promise<WrittenEntries> {
  const { environment, options } = invocation;
  const { cwd } = environment;
  const entries = missingEntries(walk);
  requireWhole(entries);
  if (entries.length === 0) {
    return { file, added: [], emergencyPrincipals: [], said: `Nothing to add to ${file}.` };
  }
  await requireWritable(cwd, file);
  const text = (await isThere(cwd, file)) ? await readText(cwd, file) : undefined;
  const { account, partition } = walk;
  const { text: changed, ...added } = addToManifest({
    text,
    file,
    account,
    partition,
    scope: options.scope,
    entries,
    only,
  });
  if (changed === text) return { file, ...added, said: `${file} says it all already.` };
  await writeText(cwd, file, changed);
  const names = added.added.map((name) => `blueprints.${name}`);
  const { emergencyPrincipals } = added;
  const every =
    only !== undefined && emergencyPrincipals.length > 0
      ? ' What stands in checks.emergencyPrincipals holds for every account.'
      : '';
  return {
    file,
    ...added,
    said: `Added to ${file}: ${[...names, ...emergencyPrincipals].join(', ')}.${every} See what it would change: rolecall plan`,
  };
}

function requireWhole(entries: readonly PlannedEntry[]): void {
  const needs = [...new Set(entries.flatMap((entry) => entry.needs))];
  if (needs.length === 0) return;
  throw new RolecallError('PARAMETER_INVALID', 'Parameters are missing; nothing was written.', {
    hint: `Say ${needs.map((name) => `--set ${name}=…`).join(' ')}.`,
  });
}
