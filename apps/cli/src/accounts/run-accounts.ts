import {
  type AccountOutcome,
  type AccountRow,
  eachAccount,
  errorCodes,
  type Manifest,
  type ManifestAccount,
  type ManifestSet,
  RolecallError,
  renderAccountTable,
} from '@rolecall/core';
import type { OpenedAccount } from '../account/open-account.ts';
import type { Invocation } from '../commands/command-context.ts';
import type { SeveralOptions } from '../commands/shared-options.ts';
import { errorJson } from '../errors/error-json.ts';
import { excerptFrom } from '../errors/excerpt.ts';
import { renderError, renderInternalError } from '../errors/render-error.ts';
import type { Presenter } from '../output/presenter.ts';
import { createSection, type Section } from './section-presenter.ts';

/** One account with its own manifest, and where to say things about it. */
export interface AccountTarget {
  readonly account: ManifestAccount;
  readonly manifest: Manifest;
  readonly opened: OpenedAccount;
  readonly presenter: Presenter;
}

export interface AccountResult<T> {
  readonly exitCode: number;
  /** For the table. */
  readonly summary: string;
  readonly value: T;
}

export interface RunAccountsInput<T> {
  readonly set: ManifestSet;
  readonly accounts: readonly ManifestAccount[];
  readonly open: (account: ManifestAccount) => OpenedAccount;
  readonly work: (target: AccountTarget) => Promise<AccountResult<T>>;
}

export interface RanAccounts<T> {
  readonly outcomes: readonly AccountOutcome<AccountResult<T>>[];
  readonly rows: readonly AccountRow[];
  /** One value per account. */
  readonly json: readonly object[];
  readonly exitCode: number;
}

const usualConcurrency = 4;

/**
 * Does the work of a command for every account and says what came of each, in the order of the
 * accounts, as soon as all before it have ended. What goes wrong in one stays there.
 */
export async function runAccounts<T>(
  { environment, presenter, options }: Invocation<SeveralOptions>,
  { set, accounts, open, work }: RunAccountsInput<T>,
): Promise<RanAccounts<T>> {
  const { cwd, signal } = environment;
  const concurrency = options.accountsAtOnce ?? usualConcurrency;
  const sections = new Map<ManifestAccount, Section>();
  const flush = inOrder(accounts, (account) => {
    presenter.say([titleOf(account, presenter), ...(sections.get(account)?.lines ?? []), '']);
  });
  const outcomes = await eachAccount(accounts, { concurrency, signal }, async (account) => {
    const section = createSection(presenter, { name: account.name, cwd });
    sections.set(account, section);
    try {
      const manifest = await set.manifestFor(account);
      return await work({ account, manifest, opened: open(account), presenter: section.presenter });
    } catch (error) {
      section.presenter.say(errorLines(error, { presenter, cwd }));
      throw error;
    } finally {
      flush(account);
    }
  });
  refuseSharedFault(outcomes);
  return {
    outcomes,
    rows: outcomes.map(rowOf),
    json: outcomes.map((outcome) => jsonOf(outcome, sections.get(outcome.account))),
    exitCode: worst(outcomes.map(exitCodeOf)),
  };
}

/** One account in which the work failed, as it was told. */
export interface FailedAccount {
  readonly row: AccountRow;
  readonly json: object;
}

export function failedIn({ rows, json }: RanAccounts<unknown>): readonly FailedAccount[] {
  return rows.flatMap((row, index) =>
    row.state === 'failed' ? [{ row, json: json[index] ?? {} }] : [],
  );
}

/** The table that ends every run over several accounts. */
export function presentSummary(
  rows: readonly AccountRow[],
  {
    presenter,
    error,
    cwd,
  }: { readonly presenter: Presenter; readonly error: unknown; readonly cwd: string },
): void {
  presenter.say(renderAccountTable(rows, presenter.layout));
  if (error === undefined) return;
  presenter.say(['', 'The organization could not be asked which accounts there are:']);
  presenter.say(errorLines(error, { presenter, cwd }));
}

/** 1 where anything failed, else 2 where anything differs. */
export function worst(codes: readonly number[]): number {
  return codes.find((code) => code !== 0 && code !== 2) ?? (codes.includes(2) ? 2 : 0);
}

function inOrder<K>(keys: readonly K[], show: (key: K) => void): (key: K) => void {
  const ready = new Set<K>();
  let next = 0;
  return (key) => {
    ready.add(key);
    for (let first = keys[next]; first !== undefined && ready.has(first); first = keys[next]) {
      next += 1;
      show(first);
    }
  };
}

function titleOf({ name, id }: ManifestAccount, { layout }: Presenter): string {
  return layout.paint.strong(`== ${name} (${id})`);
}

function errorLines(
  error: unknown,
  { presenter: { layout }, cwd }: { readonly presenter: Presenter; readonly cwd: string },
): readonly string[] {
  return error instanceof RolecallError
    ? renderError(error, { layout, excerpt: excerptFrom(cwd) })
    : renderInternalError(error, { layout, stack: false });
}

/** What is wrong with the manifest in every account alike is said once. */
function refuseSharedFault(outcomes: readonly AccountOutcome<unknown>[]): void {
  const errors = outcomes.map((outcome) => (outcome.kind === 'failed' ? outcome.error : undefined));
  const [first, second] = errors;
  if (second === undefined || !(first instanceof RolecallError)) return;
  if (first.code !== 'MANIFEST_INVALID') return;
  const said = JSON.stringify(errorJson(first));
  if (errors.every((error) => JSON.stringify(errorJson(error)) === said)) throw first;
}

function exitCodeOf(outcome: AccountOutcome<AccountResult<unknown>>): number {
  if (outcome.kind === 'done') return outcome.value.exitCode;
  return outcome.error instanceof RolecallError ? errorCodes[outcome.error.code].exit : 1;
}

function rowOf(outcome: AccountOutcome<AccountResult<unknown>>): AccountRow {
  const { name, id: account } = outcome.account;
  if (outcome.kind === 'failed') {
    const { error } = outcome;
    const code = error instanceof RolecallError ? error.code : 'INTERNAL';
    const message = error instanceof Error ? error.message : String(error);
    const summary = `${message} [${code}]`;
    return { name, account, state: 'failed', summary };
  }
  const { exitCode, summary } = outcome.value;
  const state = exitCode === 0 ? 'good' : exitCode === 2 ? 'changed' : 'failed';
  return { name, account, state, summary };
}

function jsonOf(
  outcome: AccountOutcome<AccountResult<unknown>>,
  section: Section | undefined,
): object {
  const { name, id, discovered, tags } = outcome.account;
  const about = { name, account: id, discovered, tags };
  return outcome.kind === 'done'
    ? { ...about, exitCode: outcome.value.exitCode, result: section?.json() ?? null, error: null }
    : { ...about, exitCode: exitCodeOf(outcome), result: null, ...errorJson(outcome.error) };
}
