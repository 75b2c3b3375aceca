import {
  describeLeftOut,
  type ImportedManifest,
  importAccount,
  importManifest,
  manifestSchema,
  RolecallError,
  recipientFault,
  wrapText,
} from '@rolecall/core';
import { Command, Option } from 'commander';
import { parseAccountChoice } from '../account/account-choice.ts';
import { type OpenedAccount, openAccount } from '../account/open-account.ts';
import { isOneNamed } from '../accounts/is-one-named.ts';
import { defaultManifest, findSeveral } from '../files/manifest-files.ts';
import { requireAbsent } from '../files/require-absent.ts';
import { readSnapshot } from '../files/snapshot-file.ts';
import { requireWritable, writeText } from '../files/write-text.ts';
import { countKinds } from '../import/count-kinds.ts';
import { type CommandContext, type Invocation, runs, withExamples } from './command-context.ts';
import {
  accountOption,
  accountsOption,
  externalIdOption,
  refuseSeveral,
  type SeveralOptions,
} from './shared-options.ts';

interface ImportOptions extends SeveralOptions {
  readonly out: string;
  readonly scope: string;
  readonly only?: readonly string[];
  readonly account?: string;
  readonly manifest?: string;
  readonly snapshot?: string;
  readonly recipients?: readonly string[];
  readonly force?: boolean;
  readonly includeRetired?: boolean;
}

export function importCommand(context: CommandContext): Command {
  const command = new Command('import')
    .description('Write the manifest of what is in an account, to be taken over as it is.')
    .option('--out <file>', 'the manifest to write', defaultManifest)
    .option('--scope <scope>', 'the mark of what it will own', 'platform')
    .option('--only <pattern...>', 'only these, by kind and name: role/web-* policy/*')
    .addOption(accountOption)
    .addOption(
      new Option(
        '-f, --manifest <file>',
        'a manifest for several that says how the account is reached (default: rolecall.yaml)',
      ),
    )
    .addOption(accountsOption)
    .addOption(externalIdOption)
    .option('--snapshot <file>', 'import from this snapshot, offline (taken with --all)')
    .option(
      '--recipients <key...>',
      'declare passwords and access keys too; later ones go to these age keys',
    )
    .option('--force', 'overwrite what is there')
    .option('--include-retired', 'also what AWS has ended: settings of Proton');
  return withExamples(runs<ImportOptions>(command, context, runImport), [
    'rolecall import',
    'rolecall import --out web.yaml --scope web --only role/web-* policy/web-*',
    'rolecall import --account sandbox:neglected && rolecall plan --account sandbox:neglected',
    'rolecall import --account shop --out shop.yaml',
  ]);
}

async function runImport(invocation: Invocation<ImportOptions>): Promise<number> {
  const { environment, presenter, options } = invocation;
  const { cwd } = environment;
  const { out, scope } = options;
  requireScope(scope);
  requireRecipients(options);
  await requireWritable(cwd, out);
  if (options.force !== true) await requireAbsent(cwd, out);
  const { text, imported, leftOut, behindRole } = await importFrom(invocation);
  await writeText(cwd, out, text);
  presenter.value({ file: out, scope, imported, leftOut });
  presenter.say([
    ...wrapText(`Wrote ${out}: ${countKinds(imported)}.`, {
      width: presenter.layout.width,
      indent: 0,
      hanging: 2,
    }),
    ...(leftOut.length > 0 ? ['', 'Left out:'] : []),
    ...describeLeftOut(leftOut).flatMap((line) =>
      wrapText(line, { width: presenter.layout.width, indent: 2, hanging: 2 }),
    ),
    '',
    behindRole
      ? 'See, with credentials of that account, that it changes nothing but the owner:'
      : 'See that it changes nothing but the owner:',
    `  rolecall plan${out === defaultManifest ? '' : ` --manifest ${out}`}`,
  ]);
  return 0;
}

interface Import extends ImportedManifest {
  /** Whether a manifest for several said how the account is reached. */
  readonly behindRole: boolean;
}

async function importFrom(invocation: Invocation<ImportOptions>): Promise<Import> {
  const { environment, options } = invocation;
  const { scope, only = [], recipients, includeRetired = false } = options;
  if (options.snapshot !== undefined) {
    const snapshot = await readSnapshot(environment.cwd, options.snapshot);
    return { ...(await importAccount({ snapshot, scope, only })), behindRole: false };
  }
  const { port, behindRole } = await openTarget(invocation);
  const about = { port, scope, only, recipients, includeRetired };
  return { ...(await importManifest(about)), behindRole };
}

/** The account itself, or behind its role where a manifest for several says how it is reached. */
async function openTarget({
  environment,
  presenter,
  options,
}: Invocation<ImportOptions>): Promise<OpenedAccount & Pick<Import, 'behindRole'>> {
  const { account, manifest: file } = options;
  const isMeant =
    file !== undefined || isOneNamed(options) || parseAccountChoice(account).kind === 'account';
  const several = isMeant ? await findSeveral(environment.cwd, file) : undefined;
  if (several !== undefined) {
    const { oneOfSeveral } = await import('../accounts/one-of-several.ts');
    const one = await oneOfSeveral(several, { environment, presenter, options });
    return { ...(await one.open()), behindRole: one.account.role !== undefined };
  }
  refuseSeveral(options);
  return { ...(await openAccount({ environment, presenter, account })), behindRole: false };
}

/** Fails before the account is asked. */
function requireRecipients({ recipients, snapshot }: ImportOptions): void {
  if (recipients === undefined) return;
  if (snapshot !== undefined) {
    throw new RolecallError('USAGE', 'A snapshot does not tell who has a password or a key.', {
      hint: 'Leave out --snapshot or --recipients.',
    });
  }
  const [fault] = recipients.flatMap((key) => recipientFault(key) ?? []);
  if (fault === undefined && new Set(recipients).size === recipients.length) return;
  throw new RolecallError('USAGE', `--recipients: one ${fault ?? 'stands there twice'}.`, {
    hint: 'Give the public keys (age1…) of those who may read what is made later.',
  });
}

function requireScope(scope: string): void {
  const parsed = manifestSchema.shape.scope.safeParse(scope);
  if (parsed.success) return;
  const [issue] = parsed.error.issues;
  throw new RolecallError('USAGE', `--scope ${issue?.message ?? 'is not valid'}.`, {
    cause: parsed.error,
  });
}
