import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
  type Bootstrap,
  type BootstrapInput,
  bootstrapKinds,
  coreManifest,
  optIns,
  renderBootstrap as renderDocuments,
} from '@rolecall/core';
import { Command } from 'commander';
import { type BootstrapOptions, bootstrapInput } from '../bootstrap/bootstrap-options.ts';
import { renderBootstrap } from '../bootstrap/render-bootstrap.ts';
import { usageFault } from '../bootstrap/usage-fault.ts';
import { findManifest, findSeveral } from '../files/manifest-files.ts';
import { requireWritable, writeText } from '../files/write-text.ts';
import { type CommandContext, type Invocation, runs, withExamples } from './command-context.ts';
import {
  accountsOption,
  externalIdOption,
  manifestOption,
  refuseSeveral,
} from './shared-options.ts';

export function bootstrapCommand(context: CommandContext): Command {
  const command = new Command('bootstrap')
    .description('Show what Rolecall itself needs in an account to run from GitHub Actions.')
    .requiredOption(
      '--repository <repository...>',
      'whose workflows may come in: ORG/NAME, or ORG@ID/NAME@ID',
    )
    .addOption(manifestOption)
    .option(
      '--account <account>',
      "the account, 12 digits (default: the manifest's); of a manifest for several also its name",
    )
    .addOption(accountsOption)
    .addOption(externalIdOption)
    .option('--scope <scope>', "whose resources may be changed (default: the manifest's)")
    .option('--partition <partition>', 'aws, aws-cn, aws-us-gov …')
    .option('--default-branch <branch>', 'where plans are applied from', 'main')
    .option('--environment <name>', 'the GitHub environment of the job that applies')
    .option('--workflow <ref>', 'the only workflow that may apply: ORG/NAME/…/FILE.yml@REF')
    .option('--kinds <kind...>', `beside what the manifest has: ${bootstrapKinds.join(', ')}`)
    .option('--allow <opt-in...>', `what else may be changed: ${optIns.join(', ')}`)
    .option('--attach <policy...>', 'policies that may be attached: AWS-managed names, or ARNs')
    .option('--boundary <policy...>', 'boundaries that are approved beside our own')
    .option('--boundary-allow <action...>', 'the most that our boundary allows (default: all)')
    .option('--boundary-assume <arn...>', 'roles elsewhere that bounded roles may assume')
    .option('--out <file>', 'write a manifest that `rolecall plan` and `apply` carry out')
    .option('--force', 'overwrite what is there');
  return withExamples(runs<BootstrapOptions>(command, context, bootstrap), [
    'rolecall bootstrap --repository octo-org/octo-repo --account 111122223333 --scope platform',
    'rolecall bootstrap --repository octo-org@65/octo-repo@74 --environment production --out rolecall-core.yaml',
    'rolecall plan -f rolecall-core.yaml && rolecall apply -f rolecall-core.yaml',
  ]);
}

async function bootstrap(invocation: Invocation<BootstrapOptions>): Promise<number> {
  const {
    environment: { cwd },
    presenter,
    options,
  } = invocation;
  const { out, force } = options;
  if (out !== undefined) {
    await requireWritable(cwd, out);
    if (force !== true) await requireAbsent(cwd, out);
  }
  const documents = renderDocuments(await inputOf(invocation));
  presenter.value(bootstrapJson(documents));
  presenter.say(renderBootstrap(documents, presenter.layout));
  if (out !== undefined) {
    await writeText(cwd, out, coreManifest(documents));
    presenter.note(
      `Wrote ${out}. An administrator carries it out, once and after changes: rolecall apply -f ${out}`,
    );
  }
  return 0;
}

/** AWS is asked for nothing, unless for the accounts of an organization. */
async function inputOf({
  environment,
  presenter,
  options,
}: Invocation<BootstrapOptions>): Promise<BootstrapInput> {
  const { cwd } = environment;
  const several = await findSeveral(cwd, options.manifest);
  if (several === undefined) {
    refuseSeveral(options);
    return bootstrapInput(options, await findManifest(cwd, options.manifest));
  }
  const { oneOfSeveral } = await import('../accounts/one-of-several.ts');
  const one = await oneOfSeveral(several, { environment, presenter, options });
  return bootstrapInput({ ...options, account: one.account.id }, await one.manifest());
}

async function requireAbsent(cwd: string, name: string): Promise<void> {
  const exists = await access(resolve(cwd, name)).then(
    () => true,
    () => false,
  );
  if (!exists) return;
  throw usageFault(`${name} is there already; nothing was written.`, {
    hint: 'Say --force to overwrite it.',
  });
}

/** Documents as IAM takes them, the reasons beside them by Sid. */
function bootstrapJson({ policies, roles, ...rest }: Bootstrap): object {
  const reasons = (statements: Bootstrap['policies'][number]['statements']) =>
    Object.fromEntries(statements.map(({ statement, why }) => [statement.Sid, why]));
  return {
    ...rest,
    policies: policies.map(({ statements, ...policy }) => ({
      ...policy,
      why: reasons(statements),
    })),
    roles: roles.map(({ statements, ...role }) => ({ ...role, why: reasons(statements) })),
  };
}
