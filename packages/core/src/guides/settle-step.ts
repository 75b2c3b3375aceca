import { findReportGaps } from '../checks/report-gaps.ts';
import type { Finding } from '../model/finding.ts';
import type { CheckSettings } from '../model/settings.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Settled, Sign } from './guide.ts';
import { type DeclaredEntry, fillParameters } from './planned-entry.ts';
import { readSign, type SeenSign } from './read-sign.ts';
import type { StepState } from './walked-step.ts';

/** What a step alone says, before the others of the guide are looked at. */
export interface Settlement {
  readonly state: StepState;
  readonly why: string;
  readonly findings: readonly string[];
  readonly seen: readonly string[];
  readonly missingPermissions: readonly string[];
}

export interface SettleContext {
  readonly findings: readonly Finding[];
  readonly snapshot: Snapshot;
  readonly settings: CheckSettings;
  readonly declared: readonly DeclaredEntry[];
  /** Whether a person asked for this step by its id. */
  readonly wanted: boolean;
}

export function settleStep(settled: Settled, context: SettleContext): Settlement {
  switch (settled.by) {
    case 'checks':
      return settleByChecks(settled.checks, context);
    case 'blueprint':
      return settleByBlueprint(settled, context);
    case 'presence':
      return settleByPresence(settled.signs, context);
    case 'caller':
      return settleByCaller(context);
    case 'absence':
      return settleByAbsence(settled.signs, context);
    case 'operations-account':
      return settleByAccount(context);
    case 'person':
      return { ...nothing, state: 'person', why: 'No interface of AWS tells or does it.' };
    case 'inform':
      return { ...nothing, state: 'done', why: settled.words };
    default:
      return settled satisfies never;
  }
}

const nothing = { findings: [], seen: [], missingPermissions: [] };

type CheckReferences = Extract<Settled, { by: 'checks' }>['checks'];

/** What fails goes before what is not known, and that before what a person has to look at. */
function settleByChecks(
  references: CheckReferences,
  { findings, snapshot }: SettleContext,
): Settlement {
  const said = references.map(({ check, done }) => {
    const own = findings.filter((finding) => finding.check === check);
    return { check, own, open: own.filter(({ outcome }) => !done.includes(outcome)) };
  });
  const silent = said.filter(({ own }) => own.length === 0).map(({ check }) => check);
  const open = said.flatMap((each) => each.open);
  const failed = open.filter(({ outcome }) => outcome !== 'unknown' && outcome !== 'manual');
  const unknown = open.filter(({ outcome }) => outcome === 'unknown');
  const told = (state: StepState, of: readonly Finding[]): Settlement => ({
    ...nothing,
    state,
    why: sumUp(of),
    findings: of.map(({ id }) => id),
    missingPermissions: [...new Set(of.flatMap(permissionsOf))],
  });
  if (failed.length > 0) return told('person', failed);
  if (unknown.length > 0 && waitsForReport(unknown, snapshot)) {
    const waiting = told('person', unknown);
    return { ...waiting, why: `${waiting.why} Look again then.` };
  }
  if (unknown.length > 0) return told('unknown', unknown);
  if (silent.length > 0) {
    return { ...nothing, state: 'unknown', why: `Not checked: ${silent.join(', ')}.` };
  }
  if (open.length > 0) return told('person', open);
  return told(
    'done',
    said.flatMap(({ own }) => own),
  );
}

/** Nothing is hidden from us: AWS has only made no report yet since a user was made. */
function waitsForReport(unknown: readonly Finding[], { parts }: Snapshot): boolean {
  const gaps = findReportGaps(parts);
  return (
    gaps !== undefined &&
    gaps.unreported.length > 0 &&
    unknown.every((finding) => permissionsOf(finding).length === 0)
  );
}

const shown = 3;

function sumUp(findings: readonly Finding[]): string {
  const messages = [...new Set(findings.map(({ message }) => message))];
  const more = messages.length - shown;
  return `${messages.slice(0, shown).join(' ')}${more > 0 ? ` And ${more} more.` : ''}`;
}

function permissionsOf({ evidence }: Finding): readonly string[] {
  const missing = evidence['missingPermissions'];
  return Array.isArray(missing)
    ? missing.filter((permission) => typeof permission === 'string')
    : [];
}

function settleByBlueprint(
  settled: Extract<Settled, { by: 'blueprint' }>,
  context: SettleContext,
): Settlement {
  const { signs, use, choice } = settled;
  const { declared, wanted } = context;
  const fill = fillParameters(settled, declared);
  const filled = signs.map((sign) => fillSign(sign, fill));
  const present = settleByPresence(filled, context);
  if (present.state !== 'person') return present;
  const { seen } = present;
  const asked = wanted || declared.some((entry) => entry.use === use);
  if (choice && !asked) {
    return { ...nothing, state: 'person', why: 'Not there; say whether you want it.', seen };
  }
  const why = seen.length > 0 ? 'A part of it is missing.' : 'It is not there.';
  return { ...nothing, state: 'missing', why, seen };
}

function settleByPresence(signs: readonly Sign[], context: SettleContext): Settlement {
  const read = signs.map((sign) => readSign(sign, context));
  const seen = [...new Set(read.flatMap((each) => each.seen))];
  const absent = read.filter((each) => each.seen.length === 0);
  if (absent.length === 0) return { ...nothing, state: 'done', why: 'It is there.', seen };
  const unread = absent.filter((each) => each.unread.length > 0);
  if (unread.length > 0) return notRead(unread, seen);
  return { ...nothing, state: 'person', why: 'It is not there.', seen };
}

function settleByCaller({ snapshot }: SettleContext): Settlement {
  const { arn } = snapshot.caller;
  return arn.endsWith(':root')
    ? { ...nothing, state: 'person', why: 'You are here as root.' }
    : { ...nothing, state: 'done', why: `You are here as ${arn}.` };
}

function settleByAbsence(signs: readonly Sign[], context: SettleContext): Settlement {
  const read = signs.map((sign) => readSign(sign, context));
  const seen = [...new Set(read.flatMap((each) => each.seen))];
  if (seen.length > 0) return { ...nothing, state: 'person', why: 'Still there.', seen };
  const unread = read.filter((each) => each.unread.length > 0);
  if (unread.length > 0) return notRead(unread, seen);
  return { ...nothing, state: 'done', why: 'Nothing of it is left.' };
}

function notRead(read: readonly SeenSign[], seen: readonly string[]): Settlement {
  const reasons = read.flatMap((each) => each.unread);
  return {
    ...nothing,
    state: 'unknown',
    why: `Could not be read: ${[...new Set(reasons.map(({ message }) => message))].join('; ')}`,
    seen,
    missingPermissions: [...new Set(reasons.flatMap(({ permission }) => permission ?? []))],
  };
}

function settleByAccount({ snapshot, settings }: SettleContext): Settlement {
  const { account } = snapshot.caller;
  const { operationsAccount } = settings;
  if (operationsAccount === undefined) {
    const why = 'The setting operationsAccount names no account to compare this one with.';
    return { ...nothing, state: 'person', why };
  }
  return operationsAccount === account
    ? { ...nothing, state: 'done', why: `This is the account for operations, ${account}.` }
    : {
        ...nothing,
        state: 'person',
        why: `Operations are managed in account ${operationsAccount}; this is ${account}.`,
      };
}

function fillSign(sign: Sign, fill: (text: string) => string): Sign {
  switch (sign.sign) {
    case 'role':
      return sign.named === undefined ? sign : { ...sign, named: fill(sign.named) };
    case 'user':
    case 'policy':
    case 'emergency-user':
      return { ...sign, named: fill(sign.named) };
    case 'linked-role':
    case 'oidc-provider':
    case 'administrator-user':
    case 'app-runner-service':
    case 'replication-set':
    case 'proton-stack':
      return sign;
    default:
      return sign satisfies never;
  }
}
