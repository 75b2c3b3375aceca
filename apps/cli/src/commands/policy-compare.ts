import { compareSnapshots, RolecallError } from '@rolecall/core';
import { compareAccess, diffAccess } from '@rolecall/policy';
import { Command, Option } from 'commander';
import { readSnapshot } from '../files/snapshot-file.ts';
import { compareOnline, renderOnlineCheck } from '../policy/compare-online.ts';
import { comparisonJson } from '../policy/comparison-json.ts';
import { readPolicies } from '../policy/policy-files.ts';
import { lintOptionsOf, type PolicyKind, policyKinds } from '../policy/policy-kind.ts';
import { sideOfFiles } from '../policy/policy-side.ts';
import { renderComparison } from '../policy/render-comparison.ts';
import { offlineNote } from '../policy/render-lint.ts';
import {
  overallVerdict,
  renderSnapshotComparison,
  snapshotComparisonJson,
} from '../policy/snapshot-comparison.ts';
import { type CommandContext, type Invocation, runs, withExamples } from './command-context.ts';

interface CompareOptions {
  readonly type?: PolicyKind;
  readonly old?: readonly string[];
  readonly new?: readonly string[];
  readonly oldSnapshot?: string;
  readonly newSnapshot?: string;
  readonly online?: boolean;
}

export function policyCompareCommand(context: CommandContext): Command {
  const command = new Command('compare')
    .description('Decide whether new policies allow anything that the old ones do not.')
    .argument('[old]', 'a policy, or a folder of policies that add up')
    .argument('[new]', 'what is to stand in their place')
    .option('--old <file...>', 'old policies that add up')
    .option('--new <file...>', 'new policies that add up')
    .addOption(new Option('--type <type>', 'what the policies are').choices(policyKinds))
    .option('--old-snapshot <file>', 'compare every principal of an account, before')
    .option('--new-snapshot <file>', 'and after')
    .option('--online', 'also ask Access Analyzer, which AWS charges for');
  return withExamples(runs<CompareOptions>(command, context, compare), [
    'rolecall policy compare old.json new.json',
    'rolecall policy compare before/ after/ --json',
    'rolecall policy compare --old a.json b.json --new ab.json',
    'rolecall policy compare --old-snapshot monday.json --new-snapshot today.json',
  ]).addHelpText(
    'after',
    '\nExits with 0 for none, 2 for grants, 3 for undecided, 1 for an error.',
  );
}

/** The lists are there to be read; the verdict does not rest on them. */
const listBudget = 200_000;

const exitCodes = { none: 0, grants: 2, undecided: 3 } as const;

function compare(invocation: Invocation<CompareOptions>): Promise<number> {
  const { oldSnapshot, newSnapshot } = invocation.options;
  return oldSnapshot === undefined && newSnapshot === undefined
    ? compareFiles(invocation)
    : compareAccounts(invocation, oldSnapshot, newSnapshot);
}

async function compareFiles({ environment, presenter, options, args }: Invocation<CompareOptions>) {
  const paths = pathsOf(options, args);
  const { cwd } = environment;
  const old = sideOfFiles(await readPolicies(cwd, paths.old));
  const next = sideOfFiles(await readPolicies(cwd, paths.next));
  const policyType = options.type && lintOptionsOf(options.type).policyType;
  requireOnePair(options, { old: old.sources.length, next: next.sources.length });
  const result = compareAccess(old.sources, next.sources, { policyType });
  const diff = diffAccess(old.sources, next.sources, { budget: listBudget });
  const online =
    options.online === true
      ? await compareOnline({ environment, presenter, old, next, kind: options.type })
      : undefined;
  presenter.value({ ...comparisonJson({ result, diff, old, next }), ...(online && { online }) });
  presenter.say([
    ...renderComparison({ result, diff, old, next }, presenter.layout),
    '',
    presenter.layout.paint.quiet(offlineNote(result.dataDate)),
    ...(online ? renderOnlineCheck(online, result.verdict, presenter.layout) : []),
  ]);
  // What either of them takes for a grant is one.
  return online?.result === 'FAIL' ? exitCodes.grants : exitCodes[result.verdict];
}

/** CheckNoNewAccess takes one policy for another; sets would need calls that nobody asked for. */
function requireOnePair(
  { online }: CompareOptions,
  { old, next }: { readonly old: number; readonly next: number },
): void {
  if (online !== true || (old === 1 && next === 1)) return;
  throw new RolecallError('USAGE', 'Access Analyzer compares one policy with one other.', {
    hint: 'Give one file for each side, or leave out --online.',
  });
}

function pathsOf({ old, new: next }: CompareOptions, args: readonly string[]) {
  const [first, second, ...rest] = args;
  if (first !== undefined && second !== undefined && rest.length === 0 && !old && !next)
    return { old: [first], next: [second] };
  if (first === undefined && old !== undefined && next !== undefined) return { old, next };
  throw new RolecallError('USAGE', 'Two sides are needed: OLD and NEW, or --old and --new.', {
    hint: 'rolecall policy compare old.json new.json',
  });
}

async function compareAccounts(
  { environment: { cwd }, presenter, options, args }: Invocation<CompareOptions>,
  oldSnapshot: string | undefined,
  newSnapshot: string | undefined,
): Promise<number> {
  const isMixed =
    args.length > 0 ||
    options.online === true ||
    options.old !== undefined ||
    options.new !== undefined;
  if (oldSnapshot === undefined || newSnapshot === undefined || isMixed)
    throw new RolecallError(
      'USAGE',
      'Give both --old-snapshot and --new-snapshot, no files, and no --online.',
    );
  const old = await readSnapshot(cwd, oldSnapshot);
  const next = await readSnapshot(cwd, newSnapshot);
  if (old.caller.account !== next.caller.account)
    throw new RolecallError(
      'ACCOUNT_MISMATCH',
      `${oldSnapshot} is of account ${old.caller.account}, ${newSnapshot} of ${next.caller.account}.`,
      { hint: 'Compare two snapshots of one account.' },
    );
  const compared = compareSnapshots(old, next);
  presenter.value(snapshotComparisonJson(compared));
  presenter.say(renderSnapshotComparison(compared, presenter.layout));
  return exitCodes[overallVerdict(compared)];
}
