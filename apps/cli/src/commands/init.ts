import { manifestJsonSchema, manifestSchema, RolecallError } from '@rolecall/core';
import { Command } from 'commander';
import { defaultManifest } from '../files/manifest-files.ts';
import { requireAbsent } from '../files/require-absent.ts';
import { requireWritable, writeText } from '../files/write-text.ts';
import { schemaFile, starterManifest } from '../starting/starter-manifest.ts';
import { type CommandContext, type Invocation, runs, withExamples } from './command-context.ts';

interface InitOptions {
  readonly account: string;
  readonly scope: string;
  readonly partition: string;
  readonly force?: boolean;
}

export function initCommand(context: CommandContext): Command {
  const command = new Command('init')
    .description('Write a rolecall.yaml to begin with, and its schema for editors.')
    .option('--account <account>', 'the account it is for, 12 digits', '111122223333')
    .option('--scope <scope>', 'the mark of what it will own', 'platform')
    .option('--partition <partition>', 'aws, aws-cn, aws-us-gov …', 'aws')
    .option('--force', 'overwrite what is there');
  return withExamples(runs<InitOptions>(command, context, init), [
    'rolecall init --account 111122223333 --scope platform',
    'rolecall plan --account sandbox:untouched',
  ]);
}

async function init({ environment, presenter, options }: Invocation<InitOptions>): Promise<number> {
  const { cwd } = environment;
  const { account, scope, partition } = options;
  requireValid({ account, scope, partition });
  const files = [
    { name: defaultManifest, text: starterManifest({ account, scope, partition }) },
    { name: schemaFile, text: `${JSON.stringify(manifestJsonSchema(), null, 2)}\n` },
  ];
  for (const { name } of files) {
    await requireWritable(cwd, name);
    if (options.force !== true) await requireAbsent(cwd, name);
  }
  for (const { name, text } of files) await writeText(cwd, name, text);
  presenter.value({ files: files.map(({ name }) => name) });
  presenter.say([
    `Wrote ${defaultManifest} for account ${account},`,
    `and ${schemaFile} for editors. See what it would change:`,
    '  rolecall plan',
    '  rolecall plan --account sandbox:untouched    (without an account)',
  ]);
  return 0;
}

function requireValid(values: Pick<InitOptions, 'account' | 'scope' | 'partition'>): void {
  const parsed = manifestSchema.safeParse({ version: 1, ...values });
  if (parsed.success) return;
  throw new RolecallError('USAGE', 'A manifest cannot begin like this.', {
    diagnostics: parsed.error.issues.map(({ path, message }) => ({
      code: 'USAGE',
      message: `--${path.join('.')}: ${message}.`,
    })),
    cause: parsed.error,
  });
}
