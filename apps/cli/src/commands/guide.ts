import { guides } from '@rolecall/core';
import { Command, Option } from 'commander';
import { readSnapshot } from '../files/snapshot-file.ts';
import { findGuideSet } from '../guides/find-guide-set.ts';
import { guideTarget } from '../guides/guide-target.ts';
import { pickGuide } from '../guides/pick-guide.ts';
import { presentGuide } from '../guides/present-guide.ts';
import { presentGuides } from '../guides/present-guides.ts';
import { runGuide } from '../guides/run-guide.ts';
import { writeGuideEntries } from '../guides/write-guide-entries.ts';
import { type CommandContext, type Invocation, runs, withExamples } from './command-context.ts';
import {
  accountOption,
  accountsOption,
  atOnceOption,
  externalIdOption,
  includeRetiredOption,
  manifestOption,
  type SeveralOptions,
} from './shared-options.ts';

export interface GuideOptions extends SeveralOptions {
  readonly account?: string;
  readonly snapshot?: string;
  readonly manifest?: string;
  readonly write?: string;
  readonly scope: string;
  readonly step?: readonly string[];
  readonly set?: readonly string[];
  readonly markdown?: boolean;
  readonly includeRetired?: boolean;
}

export function guideCommand(context: CommandContext): Command {
  const command = new Command('guide')
    .description('Walk a set-up guide of AWS against an account: what is done, and what is left.')
    .argument('[guide]', 'id of the guide; without it, lists them')
    .addOption(accountOption)
    .addOption(accountsOption)
    .addOption(atOnceOption)
    .addOption(externalIdOption)
    .addOption(new Option('--snapshot <file>', 'walk it over this snapshot, offline'))
    .option('--step <id...>', 'also plan these steps, which are a matter of choice')
    .option('--set <parameter=value...>', 'a parameter of a blueprint; lists with commas')
    .option('--write <file>', 'add what is missing to this manifest')
    .option(
      '--scope <scope>',
      'of a manifest that is new: the mark of what it will own',
      'platform',
    )
    .option('--markdown', 'print Markdown')
    .addOption(manifestOption)
    .addOption(includeRetiredOption);
  return withExamples(runs<GuideOptions>(command, context, guide), [
    'rolecall guide',
    'rolecall guide iam-tutorial --account sandbox:untouched',
    'rolecall guide ecs-express --write rolecall.yaml && rolecall plan',
    'rolecall guide github-actions-oidc --set organization=octo-org --set repository=octo-repo',
  ]);
}

async function guide(invocation: Invocation<GuideOptions>): Promise<number> {
  const { environment, presenter, options, args } = invocation;
  const [id] = args;
  if (id === undefined) {
    presentGuides(guides, presenter);
    return 0;
  }
  const found = pickGuide(id);
  const several = await findGuideSet(invocation);
  if (several !== undefined) {
    const { guideAccounts } = await import('../accounts/guide-accounts.ts');
    return guideAccounts(invocation, { guide: found, ...several });
  }
  const snapshot =
    options.snapshot === undefined
      ? undefined
      : await readSnapshot(environment.cwd, options.snapshot);
  const report = await runGuide(found, invocation, {
    target: await guideTarget(invocation),
    snapshot,
  });
  const written =
    options.write === undefined
      ? undefined
      : await writeGuideEntries(report, { file: options.write, invocation });
  const exitCode = presentGuide(report, { presenter, options, written });
  if (written !== undefined) presenter.note(written.said);
  return exitCode;
}
