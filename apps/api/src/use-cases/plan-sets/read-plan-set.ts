import { setImmediate } from 'node:timers/promises';
import {
  chooseAccounts,
  type ManifestAccount,
  type ManifestSet,
  RolecallError,
} from '@rolecall/core';
import { type ProblemItem, problem } from '../../http/problem.ts';
import { toItem } from '../../http/to-problem.ts';
import type { Readers } from '../../storage/readers.ts';
import { readGivenManifests, scopeFaults } from '../plans/given-manifest.ts';

export interface PlanSetInput {
  readonly manifest: string;
  readonly includeRetired: boolean;
  /** Selectors; all accounts without them. */
  readonly accounts: readonly string[] | undefined;
  /** Whether an account for which something is wrong fails by itself. */
  readonly partial: boolean;
}

/** All of them are planned by one job. */
const mostAccounts = 100;

/**
 * Reads a manifest for several accounts, and which of them are meant. Fails with all that is wrong,
 * each at its place in the manifest.
 *
 * @throws RolecallError `MANIFEST_INVALID`; Problem `manifest-invalid`, `account-unknown`,
 *   `body-invalid`
 */
export async function readPlanSet(
  readers: Pick<Readers, 'accounts'>,
  { manifest, accounts: selectors, partial }: PlanSetInput,
): Promise<{ readonly scope: string; readonly accounts: readonly ManifestAccount[] }> {
  const set = await readManifestSet(manifest);
  const accounts = chooseFrom(set.accounts, selectors);
  if (!partial) {
    const faults = await faultsOf(readers, { set, accounts });
    const isUnknown = faults.every(({ code }) => code === 'account-unknown');
    if (faults.length > 0)
      throw problem(isUnknown ? 'account-unknown' : 'manifest-invalid', { errors: faults });
  }
  return { scope: set.scope, accounts };
}

/** @throws RolecallError `MANIFEST_INVALID`; Problem `manifest-invalid` */
export async function readManifestSet(text: string): Promise<ManifestSet> {
  const set = await readGivenManifests(text);
  if (set.kind === 'one')
    throw invalid([
      {
        path: '/account',
        message: 'It is for one account.',
        hint: 'Post it to /v1/plans, or name several under `accounts`.',
      },
    ]);
  const faults = [
    ...scopeFaults(set.scope).map((message) => ({ path: '/scope', message })),
    ...set.discovery.map(({ position }, index) => ({
      path: `/discoverAccounts/${index}`,
      ...placeOf(position),
      message: 'Accounts are not discovered here.',
      hint: 'Name them under `accounts`; each has to be registered.',
    })),
    ...(set.accounts.length <= mostAccounts
      ? []
      : [{ path: '/accounts', message: `There are more than ${mostAccounts} accounts.` }]),
  ];
  if (faults.length > 0) throw invalid(faults);
  return set;
}

/** @throws Problem `body-invalid` where a selector means no account */
export function chooseFrom<Account extends Pick<ManifestAccount, 'id' | 'name' | 'tags'>>(
  accounts: readonly Account[],
  selectors: readonly string[] | undefined,
): readonly Account[] {
  if (selectors === undefined) return accounts;
  try {
    return chooseAccounts(accounts, selectors);
  } catch (error) {
    if (!(error instanceof RolecallError) || error.code !== 'USAGE') throw error;
    const { diagnostics = [] } = error.details;
    const errors = diagnostics.map((one) => ({ ...toItem(one), pointer: '/accounts' }));
    throw problem('body-invalid', { detail: error.message, errors });
  }
}

function invalid(faults: readonly ProblemItem[]): Error {
  return problem('manifest-invalid', {
    errors: faults.map((fault) => ({ pointer: '/manifest', ...fault })),
  });
}

/** What is wrong in several accounts alike is said once. */
async function faultsOf(
  readers: Pick<Readers, 'accounts'>,
  { set, accounts }: { readonly set: ManifestSet; readonly accounts: readonly ManifestAccount[] },
): Promise<readonly ProblemItem[]> {
  const faults = new Map<string, ProblemItem>();
  for (const account of accounts) {
    const own = [
      ...(await registrationFaults(readers, account)),
      ...(await manifestFaults(set, account)),
    ];
    for (const fault of own) faults.set(JSON.stringify(fault), { pointer: '/manifest', ...fault });
    // Others have their turn.
    await setImmediate();
  }
  return [...faults.values()];
}

async function registrationFaults(
  { accounts }: Pick<Readers, 'accounts'>,
  { name, id, partition, position }: ManifestAccount,
): Promise<readonly ProblemItem[]> {
  const registered = await accounts.get(id);
  const place = placeOf(position);
  if (registered === undefined)
    return [
      {
        code: 'account-unknown',
        path: `/accounts/${name}/id`,
        ...place,
        message: `accounts.${name}: account ${id} is not registered.`,
        hint: 'Register it, leave it out with `accounts`, or say `partial`.',
      },
    ];
  if (registered.partition === partition) return [];
  const message = `accounts.${name}: account ${id} is registered in ${registered.partition}.`;
  return [{ code: 'manifest-invalid', path: `/accounts/${name}/partition`, ...place, message }];
}

async function manifestFaults(
  set: ManifestSet,
  account: ManifestAccount,
): Promise<readonly ProblemItem[]> {
  try {
    await set.manifestFor(account);
    return [];
  } catch (error) {
    if (!(error instanceof RolecallError) || error.code !== 'MANIFEST_INVALID') throw error;
    const { diagnostics = [{ code: error.code, message: error.message }] } = error.details;
    return diagnostics.map(toItem);
  }
}

function placeOf({ line, column }: ManifestAccount['position']) {
  return { line, column };
}
