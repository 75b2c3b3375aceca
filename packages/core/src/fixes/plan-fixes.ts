import { canonicalJson } from '@rolecall/policy';
import type { Finding } from '../model/finding.ts';
import { type AccessGuard, openAccessGuard } from './access-guard.ts';
import { callFor } from './call-for.ts';
import type { ChangeFix, FixContext, FixWrite } from './fix.ts';
import {
  type FixNote,
  type FixPlan,
  fixPlanIdOf,
  fixPlanSchemaVersion,
  toFixOperation,
} from './fix-plan.ts';
import { targetKey } from './fix-target.ts';
import { byPerson, fixesFor } from './fixes-for.ts';
import { type MergedWrite, mergeWrites } from './merge-writes.ts';

/** Which findings are to be mended; without either all that fail or warn. */
export interface FixChoice {
  /** Ids of checks. */
  readonly checks?: readonly string[] | undefined;
  /** Ids of findings. */
  readonly findings?: readonly string[] | undefined;
}

/** The findings that fail or warn and were chosen. */
export function chooseFindings(
  findings: readonly Finding[],
  choice: FixChoice,
): readonly Finding[] {
  return findings.filter(
    (finding) =>
      (finding.outcome === 'fail' || finding.outcome === 'warn') &&
      (choice.findings === undefined || choice.findings.includes(finding.id)) &&
      (choice.checks === undefined || choice.checks.includes(finding.check)),
  );
}

/**
 * Plans the changes that make the chosen findings pass. A finding whose change would lock somebody
 * out, or that none of ours mends, gets a note that says what to do instead. Pure.
 */
export function planFixes(
  findings: readonly Finding[],
  choice: FixChoice,
  context: FixContext,
): FixPlan {
  const { account, partition } = context.snapshot.caller;
  const guard = openAccessGuard(context.snapshot, context.settings);
  const planned = chooseFindings(findings, choice).map((finding) =>
    planOne(finding, { choice, context, guard }),
  );
  const operations = toOperations(mergeWrites(planned.flatMap(({ writes }) => writes)));
  return {
    kind: 'fix-plan',
    schemaVersion: fixPlanSchemaVersion,
    planId: fixPlanIdOf({ account, partition, operations }),
    account,
    partition,
    settings: context.settings,
    operations,
    notes: planned.flatMap(({ note }) => note ?? []),
  };
}

interface Planning {
  readonly choice: FixChoice;
  readonly context: FixContext;
  readonly guard: AccessGuard;
}

interface Planned {
  readonly writes: readonly MergedWrite[];
  readonly note?: FixNote;
}

function planOne(finding: Finding, planning: Planning): Planned {
  const { choice, context } = planning;
  const fix = fixesFor(finding, context);
  const about = { finding: finding.id, check: finding.check, message: finding.message };
  switch (fix?.kind) {
    case undefined:
      return { writes: [] };
    case 'manifest':
    case 'person':
      return { writes: [], note: { ...about, ...fix } };
    case 'change': {
      if (fix.onlyNamed !== undefined && !isNamed(finding, choice)) {
        const { onlyNamed: why, cautions } = fix;
        return { writes: [], note: { ...about, kind: 'only-named', why, cautions } };
      }
      return planChange(finding, fix, planning);
    }
    default:
      return fix satisfies never;
  }
}

function isNamed({ id, check }: Finding, { checks = [], findings = [] }: FixChoice): boolean {
  return checks.includes(check) || findings.includes(id);
}

/** All of a fix is planned, or nothing of it. */
function planChange(finding: Finding, fix: ChangeFix, { context, guard }: Planning): Planned {
  const about = { finding: finding.id, check: finding.check, message: finding.message };
  const open = fix.writes.filter(
    ({ before, after }) => canonicalJson(before) !== canonicalJson(after),
  );
  if (open.length === 0) return { writes: [], note: { ...about, kind: 'settled' } };
  const verdict = guard.judge(open);
  if (verdict.kind === 'refused') {
    const { console, commands } = byPerson(finding, context);
    const { why } = verdict;
    return { writes: [], note: { ...about, kind: 'refused', why, console, commands } };
  }
  guard.follow(open);
  return {
    writes: open.map((write, index) => ({
      ...write,
      findings: [finding.id],
      cautions: index === 0 ? [...fix.cautions, ...verdict.cautions] : [],
      behind: open.slice(0, index).map(({ target }) => targetKey(target)),
    })),
  };
}

function toOperations(writes: readonly MergedWrite[]) {
  const ids = new Map<string, string>();
  return writes.flatMap((write) => {
    const { subject, target, before, after, provided = [], cautions, findings } = write;
    const call = callFor(target, after);
    if (call === undefined) return [];
    const waitsFor = write.behind.flatMap((key) => ids.get(key) ?? []);
    const operation = toFixOperation({
      subject,
      target,
      call,
      before,
      after,
      provided,
      cautions,
      findings,
      waitsFor,
    });
    ids.set(targetKey(target), operation.id);
    return [operation];
  });
}

/** The change as a fix maker drafted it. */
export function writeOf({
  subject,
  target,
  before,
  after,
  provided,
}: FixPlan['operations'][number]): FixWrite {
  return { subject, target, before, after, provided };
}
