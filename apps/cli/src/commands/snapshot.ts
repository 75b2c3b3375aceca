import { Command } from 'commander';
import { openAccount } from '../account/open-account.ts';
import { requireSameAccount } from '../account/require-same-account.ts';
import { severalMeant } from '../accounts/several-meant.ts';
import { loadManifest } from '../files/manifest-files.ts';
import { requireWritable, writeText } from '../files/write-text.ts';
import { takeSnapshot } from '../snapshots/take-snapshot.ts';
import { tellGaps } from '../snapshots/tell-gaps.ts';
import { type CommandContext, type Invocation, runs, withExamples } from './command-context.ts';
import {
  accountOption,
  accountsOption,
  atOnceOption,
  externalIdOption,
  refuseSeveral,
  type SeveralOptions,
} from './shared-options.ts';

export interface SnapshotOptions extends SeveralOptions {
  readonly account?: string;
  readonly manifest?: string;
  readonly out?: string;
  readonly all?: boolean;
}

export function snapshotCommand(context: CommandContext): Command {
  const command = new Command('snapshot')
    .description('Read an account and print what is there as JSON, to be checked offline.')
    .addOption(accountOption)
    .addOption(accountsOption)
    .addOption(atOnceOption)
    .addOption(externalIdOption)
    .option('-f, --manifest <file>', 'also read what planning this manifest needs')
    .option('--out <file>', 'write it to this file; of several accounts, {account}.json')
    .option(
      '--all',
      'also read what only imports and opt-in checks need: calls for each user and policy',
    );
  return withExamples(runs<SnapshotOptions>(command, context, snapshot), [
    'rolecall snapshot --output account.json',
    'rolecall check --snapshot account.json',
    'rolecall snapshot --manifest rolecall.yaml --output account.json',
    'rolecall snapshot --accounts tag:live --out {account}.json',
  ]);
}

async function snapshot(invocation: Invocation<SnapshotOptions>): Promise<number> {
  const { environment, presenter, options } = invocation;
  const { cwd } = environment;
  const { account, out, all = false } = options;
  const several = await severalMeant(invocation);
  if (several !== undefined) {
    const { snapshotAccounts } = await import('../accounts/snapshot-accounts.ts');
    return snapshotAccounts(invocation, several);
  }
  refuseSeveral(options);
  const manifest =
    options.manifest === undefined ? undefined : await loadManifest(cwd, options.manifest);
  if (manifest) requireSameAccount(manifest, account);
  if (out !== undefined) await requireWritable(cwd, out);
  const { port } = await openAccount({ environment, presenter, account, manifest });
  const taken = await takeSnapshot({ port, manifest, all });
  const text = JSON.stringify(taken.snapshot, null, 2);
  if (out !== undefined) await writeText(cwd, out, `${text}\n`);
  presenter.value(taken.snapshot);
  presenter.say([out === undefined ? text : `Written to ${out}.`]);
  return tellGaps(taken, presenter);
}
