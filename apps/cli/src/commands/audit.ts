import { verifyExport } from '@rolecall/audit';
import { Command } from 'commander';
import { keptHeads, publicKeysIn } from '../audit/audit-files.ts';
import { renderVerification, verificationJson } from '../audit/render-verification.ts';
import { usageFault } from '../bootstrap/usage-fault.ts';
import { readLines } from '../files/read-lines.ts';
import { type CommandContext, type Invocation, runs, withExamples } from './command-context.ts';

interface VerifyOptions {
  readonly key?: string;
  readonly head?: string;
  readonly after?: string;
}

export function auditCommand(context: CommandContext): Command {
  return new Command('audit')
    .description("Verify an exported audit log of Rolecall's service, offline.")
    .addCommand(verifyCommand(context));
}

function verifyCommand(context: CommandContext): Command {
  const command = new Command('verify')
    .description('Say whether an export is whole and unchanged, and where it breaks first.')
    .argument('<file>', 'the export, as NDJSON')
    .option('--key <file>', 'public keys of the service in PEM, old ones too')
    .option('--head <file>', 'signed heads that were kept outside')
    .option('--after <sequence>', 'what the export was asked to begin behind');
  return withExamples(runs<VerifyOptions>(command, context, verify), [
    'rolecall audit verify audit.ndjson --key audit-public.pem',
    'rolecall audit verify audit.ndjson --key audit-public.pem --head kept-heads.log',
  ]).addHelpText(
    'after',
    '\nExits with 0 where it is intact, 2 where it is broken, 1 for an error.',
  );
}

async function verify(invocation: Invocation<VerifyOptions>): Promise<number> {
  const { environment, presenter, options, args } = invocation;
  const { cwd, signal } = environment;
  const [file = ''] = args;
  const after = sequenceOf(options.after ?? '0');
  const publicKeys = options.key === undefined ? undefined : await publicKeysIn(cwd, options.key);
  const kept = options.head === undefined ? [] : await keptHeads(options.head, { cwd, publicKeys });
  const verdict = await verifyExport(readLines(file, { cwd, signal }), {
    publicKeys,
    after,
    witnessed: kept,
  });
  const shown = { verdict, file, isSigned: publicKeys !== undefined, kept };
  presenter.value(verificationJson(shown));
  presenter.say(renderVerification(shown, presenter.layout));
  return verdict.kind === 'intact' ? 0 : 2;
}

function sequenceOf(text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw usageFault(`--after does not take "${text}".`, { hint: 'Give the number of an event.' });
}
