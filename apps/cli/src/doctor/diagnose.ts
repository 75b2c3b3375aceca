import {
  type AccountPort,
  type Caller,
  type DoctorReport,
  type DoctorRow,
  RolecallError,
  refuseRoot,
} from '@rolecall/core';
import type { OpenedAccount } from '../account/open-account.ts';
import type { Environment } from '../environment.ts';
import { tryParts } from './try-parts.ts';

export interface DiagnoseInput {
  readonly environment: Pick<Environment, 'nodeVersion'>;
  /** The way to the account. */
  readonly open: () => Promise<OpenedAccount>;
}

/** Tries everything in the order in which it is needed, and stops where going on makes no sense. */
export async function diagnose(input: DiagnoseInput): Promise<DoctorReport> {
  const rows: DoctorRow[] = [{ name: 'Node', ok: true, detail: input.environment.nodeVersion }];
  const stop = (row: DoctorRow): DoctorReport => {
    return { ok: false, rows: [...rows, row], parts: [], missingPermissions: [] };
  };
  const opened = await attempt(input.open);
  if (opened instanceof RolecallError) return stop(failedRow('Region', opened));
  const { sts } = opened.clients;
  const region = await sts.config.region();
  rows.push({ name: 'Region', ok: true, detail: region });
  const caller = await attempt(() => opened.port.identify());
  if (caller instanceof RolecallError) return stop(failedRow('Credentials', caller));
  const root = await attempt(async () => refuseRoot(caller));
  if (root instanceof RolecallError) return stop(failedRow('Credentials', root));
  rows.push(...callerRows(caller));
  return { rows, ...(await diagnoseReads(opened.port, caller)) };
}

async function diagnoseReads(
  port: AccountPort,
  caller: Caller,
): Promise<Omit<DoctorReport, 'rows'>> {
  const parts = await tryParts(port, caller);
  const missing = parts.flatMap(({ reason }) => reason?.permission ?? []);
  return {
    ok: parts.every(({ state }) => state !== 'unreadable'),
    parts,
    missingPermissions: [...new Set(missing)],
  };
}

async function attempt<T>(work: () => Promise<T>): Promise<T | RolecallError> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RolecallError && error.code !== 'USAGE') return error;
    throw error;
  }
}

function failedRow(name: string, { message, details }: RolecallError): DoctorRow {
  return { name, ok: false, detail: message, hint: details.hint };
}

function callerRows({ account, partition, arn }: Caller): readonly DoctorRow[] {
  return [
    { name: 'Credentials', ok: true, detail: arn },
    { name: 'Account', ok: true, detail: `${account} (${partition})` },
  ];
}
