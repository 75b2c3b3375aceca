import {
  type CollectRequest,
  checks,
  importRequest,
  type PartName,
  partsForChecks,
  planningRequest,
  RolecallError,
  refuseRoot,
  type Snapshot,
} from '@rolecall/core';
import { Command } from 'commander';
import { openAccount } from '../account/open-account.ts';
import { requireSameAccount } from '../account/require-same-account.ts';
import { loadManifest } from '../files/manifest-files.ts';
import { type CommandContext, type Invocation, runs, withExamples } from './command-context.ts';
import { accountOption } from './shared-options.ts';

interface SnapshotOptions {
  readonly account?: string;
  readonly manifest?: string;
  readonly all?: boolean;
}

export function snapshotCommand(context: CommandContext): Command {
  const command = new Command('snapshot')
    .description('Read an account and print what is there as JSON, to be checked offline.')
    .addOption(accountOption)
    .option('-f, --manifest <file>', 'also read what planning this manifest needs')
    .option(
      '--all',
      'also read what only imports and opt-in checks need: calls for each user and policy',
    );
  return withExamples(runs<SnapshotOptions>(command, context, snapshot), [
    'rolecall snapshot --output account.json',
    'rolecall check --snapshot account.json',
    'rolecall snapshot --manifest rolecall.yaml --output account.json',
  ]);
}

async function snapshot(invocation: Invocation<SnapshotOptions>): Promise<number> {
  const { environment, presenter, options } = invocation;
  const manifest =
    options.manifest === undefined
      ? undefined
      : await loadManifest(environment.cwd, options.manifest);
  if (manifest) requireSameAccount(manifest, options.account);
  const { port } = await openAccount({
    environment,
    presenter,
    account: options.account,
    manifest,
  });
  refuseRoot(await port.identify());
  const selected = checks.filter(({ optIn }) => options.all === true || optIn !== true);
  const planning: CollectRequest = manifest ? planningRequest(manifest) : { parts: [] };
  const whole = options.all === true ? importing(planning) : planning;
  const parts = [...new Set([...partsForChecks(selected), ...whole.parts])];
  const taken = await port.collect({ ...whole, parts });
  presenter.value(taken);
  presenter.say([JSON.stringify(taken, null, 2)]);
  return reportGaps(invocation, taken, parts);
}

/** Also what importing the account needs: of Identity Center all, whatever is declared. */
function importing({ parts, planning }: CollectRequest): CollectRequest {
  const { pathPrefix } = importRequest.planning;
  const { permissionSetNames: _sets, identityCenterGroupNames: _groups, ...names } = planning ?? {};
  return {
    parts: [...parts, ...importRequest.parts],
    planning: { ...importRequest.planning, ...names, pathPrefix },
  };
}

/** A part that is missing is in the snapshot with its reason; without any there is no snapshot. */
function reportGaps(
  { presenter }: Invocation<SnapshotOptions>,
  { parts }: Snapshot,
  asked: readonly PartName[],
): number {
  const missing = asked.filter((name) => parts[name].status === 'unknown');
  if (missing.length === 0) return 0;
  presenter.note(`Could not be read: ${missing.join(', ')}. See rolecall doctor.`);
  // Documents of policies that nobody named are known without a call.
  const called = asked.filter((name) => name !== 'managedDocuments');
  if (missing.length < called.length) return 0;
  presenter.fail(new RolecallError('NOTHING_READABLE', 'Nothing of this account could be read.'));
  return 1;
}
