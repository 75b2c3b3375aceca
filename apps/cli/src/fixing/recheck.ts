import {
  type AccountPort,
  type CredentialsPort,
  checkAccount,
  findCheck,
  type KeptFixPlan,
  type Outcome,
  refreshFindings,
} from '@rolecall/core';

export interface Rechecked {
  /** Id of the finding that was to be mended. */
  readonly finding: string;
  /** `gone`: nothing is said of it any more, since its subject is no longer there. */
  readonly outcome: Outcome | 'gone';
}

export interface RecheckInput {
  readonly port: Pick<AccountPort, 'identify' | 'collect'>;
  /** The credential report may be older than the fixes. */
  readonly credentials: CredentialsPort;
  readonly now: Date;
}

/** Runs the checks of the plan once more, and says of each finding how it stands now. */
export async function recheck(
  { operations, settings }: KeptFixPlan,
  { port, credentials, now }: RecheckInput,
): Promise<readonly Rechecked[]> {
  const ids = [...new Set(operations.flatMap(({ findings }) => findings))];
  const names = new Set(ids.map((id) => id.slice(0, id.indexOf(':'))));
  const checks = [...names].flatMap((name) => findCheck(name) ?? []);
  if (checks.length === 0) return [];
  const input = { checks, settings, now };
  const report = await checkAccount({ ...input, port });
  const { findings } = await refreshFindings({ ...input, ...report, port: credentials });
  const outcomes = new Map(findings.map(({ id, outcome }) => [id, outcome]));
  return ids.map((finding) => ({ finding, outcome: outcomes.get(finding) ?? 'gone' }));
}
