import {
  type Check,
  type CheckReport,
  type CheckSettings,
  checkAccount,
  checks,
  checksOf,
  defaultCheckSettings,
  findProfile,
  type Manifest,
  type Profile,
  partsForExceptions,
  profileNames,
  type ReportedAccount,
  RolecallError,
  runChecks,
} from '@rolecall/core';
import { openAccount } from '../account/open-account.ts';
import { ownManifest } from '../accounts/own-manifest.ts';
import { readSnapshotFile } from '../files/read-snapshot-file.ts';
import type { Run } from '../run/run.ts';
import { baseExceptions, type SidedExceptions } from './base-exceptions.ts';

/** What the checks say, or why nothing could be asked. */
export type Ran =
  | { readonly kind: 'offline'; readonly why: string }
  | ({
      readonly kind: 'ran';
      readonly checkedAt: Date;
      readonly exceptions: SidedExceptions;
      readonly profile: Profile | undefined;
      /** What the manifest sets itself. */
      readonly explicit: Partial<CheckSettings>;
      readonly account: ReportedAccount | undefined;
      readonly offline: string | undefined;
    } & CheckReport);

export async function runChecksOf(run: Run): Promise<Ran> {
  const { workspace, inputs, now } = run;
  const profile = inputs.profile === undefined ? undefined : pickProfile(inputs.profile);
  const hasManifest = (await workspace.find(inputs.manifest)) !== undefined;
  const manifest = hasManifest ? await ownManifest(run, workspace, inputs.manifest) : undefined;
  if (inputs.snapshot !== undefined) {
    const snapshot = await readSnapshotFile(workspace, inputs.snapshot);
    const { account } = snapshot.caller;
    const chosen = choose(profile, { manifest, account, usual: checks });
    const checkedAt = new Date(snapshot.takenAt);
    const findings = runChecks({ ...chosen, snapshot, now: checkedAt });
    const offline = `Checked against the snapshot ${inputs.snapshot}; AWS was not asked.`;
    const exceptions = await exceptionsFor(run, { manifest, account });
    return {
      ...{ kind: 'ran', profile, checkedAt, exceptions, snapshot, findings, offline },
      explicit: chosen.explicit,
      account: undefined,
    };
  }
  const opened = await openAccount(run, undefined);
  if (opened.kind === 'offline') return { kind: 'offline', why: opened.why };
  const { account, partition } = await opened.port.identify();
  const usual = checks.filter(({ optIn }) => optIn !== true);
  const chosen = choose(profile, { manifest, account, usual });
  const exceptions = await exceptionsFor(run, { manifest, account });
  const checkedAt = now();
  const alsoRead = partsForExceptions([...exceptions.holding, ...(exceptions.proposed ?? [])]);
  const report = await checkAccount({ ...chosen, port: opened.port, now: checkedAt, alsoRead });
  const { accountAliases } = report.snapshot.parts;
  const alias = accountAliases.status === 'known' ? accountAliases.value[0] : undefined;
  return {
    ...{ kind: 'ran', profile, checkedAt, exceptions, offline: undefined, ...report },
    explicit: chosen.explicit,
    account: { id: account, alias, partition },
  };
}

function pickProfile(name: string): Profile {
  const profile = findProfile(name);
  if (profile !== undefined) return profile;
  throw new RolecallError('USAGE', `There is no profile "${name}".`, {
    hint: `The input "profile" takes one of ${profileNames.join(', ')}.`,
  });
}

interface About {
  readonly manifest: Manifest | undefined;
  readonly account: string;
}

interface Chosen {
  readonly checks: readonly Check[];
  readonly settings: CheckSettings;
  readonly explicit: Partial<CheckSettings>;
}

function choose(
  profile: Profile | undefined,
  { manifest, account, usual }: About & { readonly usual: readonly Check[] },
): Chosen {
  const isOwn = manifest?.account === account;
  const explicit = isOwn ? (manifest.ownChecks ?? manifest.checks) : {};
  return profile === undefined
    ? { checks: usual, settings: { ...defaultCheckSettings, ...explicit }, explicit }
    : { ...checksOf(profile, explicit), explicit };
}

/** What excuses somebody in one account excuses nobody in another. */
async function exceptionsFor(run: Run, { manifest, account }: About): Promise<SidedExceptions> {
  const isForeign = manifest !== undefined && manifest.account !== account;
  return isForeign ? { holding: [], proposed: undefined } : baseExceptions(run);
}
