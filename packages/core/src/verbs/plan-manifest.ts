import { findBlueprint } from '../blueprints/catalogue.ts';
import { lifecycle } from '../blueprints/lifecycle.ts';
import { mentionsMfa } from '../lockouts/find-lockouts.ts';
import { planJudged } from '../lockouts/plan-judged.ts';
import { departuresOf } from '../manifest/check-moves.ts';
import { expandAsOf, expandManifest } from '../manifest/expand-manifest.ts';
import { lifeNotes } from '../manifest/life-notes.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { requirementsOf } from '../manifest/requirements.ts';
import { type Diagnostic, RolecallError, refuse } from '../model/errors.ts';
import { scopePath } from '../model/ownership.ts';
import type { DesiredResource } from '../model/resource.ts';
import type { Caller, PartName, Snapshot } from '../model/snapshot.ts';
import { partsForPlanning, prunedTypes, requireParts } from '../plan/live-index.ts';
import type { Plan } from '../plan/plan.ts';
import type { AccountPort } from './account-port.ts';
import { readAdministrators } from './read-administrators.ts';
import { refuseRoot } from './refuse-root.ts';

export interface PlanManifestInput {
  readonly port: Pick<AccountPort, 'identify' | 'collect'>;
  readonly manifest: Manifest;
  /** Lets blueprints of closed services through. */
  readonly includeRetired: boolean;
  /** Instant in UTC at which it is planned, as for what has expired; when it is read if left out. */
  readonly asOf?: string | undefined;
  /** Digest of the guardrails that will judge the plan: it enters the plan's id. */
  readonly guardrails?: string | null | undefined;
}

export interface PlannedManifest {
  readonly plan: Plan;
  readonly desired: readonly DesiredResource[];
  readonly snapshot: Snapshot;
}

/**
 * Verifies the account, reads what planning needs, and plans. The account is verified before
 * anything of it is read.
 */
export async function planManifest(input: PlanManifestInput): Promise<PlannedManifest> {
  const { port, manifest, includeRetired, guardrails, asOf } = input;
  const sketch = sketchManifest(manifest);
  const caller = await port.identify();
  refuseRoot(caller);
  requireCaller(manifest, caller);
  const request = planningRequest(manifest, sketch);
  const snapshot = await port.collect(request);
  const about = { manifest, includeRetired, guardrails, asOf };
  const planned = planSnapshot({ ...about, snapshot });
  const settings = manifest.checks;
  const more = await readAdministrators({ ...planned, port, request, settings });
  return more === undefined ? planned : planSnapshot({ ...about, snapshot: more });
}

/** The parts and names that planning the manifest reads. */
export function planningRequest(manifest: Manifest, sketch = sketchManifest(manifest)) {
  const { unlisted: _, ...names } = requirementsOf(sketch);
  const departing = [
    ...sketch.filter(({ expiresAt }) => expiresAt !== undefined),
    ...departuresOf(manifest.moved ?? []),
  ];
  const types = new Set([...sketch, ...departing].map(({ type }) => type));
  const pruning = manifest.prune?.enabled === true;
  if (pruning) for (const type of prunedTypes(types, manifest.prune)) types.add(type);
  const parts: PartName[] = [...partsForPlanning(types), 'accountSummary'];
  if (names.managedPolicyArns.length + names.heldPolicyArns.length > 0)
    parts.push('managedDocuments');
  const leavingUserNames = departing.flatMap(({ type, name }) => (type === 'user' ? [name] : []));
  const isLeaving = pruning || leavingUserNames.length > 0;
  if (isLeaving) parts.push('userCredentials');
  // Whether those who are asked for a second factor have one.
  if (mentionsMfa(sketch)) parts.push('mfaDevices');
  if (isLeaving || names.signInUserNames.length > 0) parts.push('userSignIns');
  const pathPrefix = scopePath(manifest.scope);
  return {
    parts,
    planning: { pathPrefix, ...names, leavingUserNames },
  };
}

/** Plans against a snapshot that was taken before. */
export function planSnapshot(input: {
  readonly manifest: Manifest;
  readonly snapshot: Snapshot;
  readonly includeRetired: boolean;
  readonly asOf?: string | undefined;
  readonly guardrails?: string | null | undefined;
}): PlannedManifest {
  const { manifest, snapshot, includeRetired, guardrails } = input;
  const { asOf = snapshot.takenAt } = input;
  const documents = snapshot.parts.managedDocuments;
  const { resources: desired, departing } = expandAsOf(manifest, {
    includeRetired,
    asOf,
    servicesSeen: servicesSeen(snapshot),
    managedDocuments: documents.status === 'known' ? documents.value : {},
  });
  requireManagedPolicies(desired, snapshot);
  const { scope, account, partition, ignoreTags, ignore, prune } = manifest;
  const about = { scope, account, partition, ignoreTags, ignore, prune };
  const wanted = { ...about, desired, departing, snapshot, guardrails };
  const plan = planJudged(wanted, manifest.checks);
  const noticeDays = manifest.expiryNoticeDays ?? 0;
  const notes = [...lifeNotes(desired, { asOf, noticeDays }), ...retiredNotes(manifest)];
  return { plan: { ...plan, notes: [...plan.notes, ...notes] }, desired, snapshot };
}

/** Not all that a blueprint of a closed service makes shows it: some roles trust CodeBuild. */
function retiredNotes({ blueprints }: Manifest): readonly string[] {
  return blueprints.flatMap(({ name, use }) => {
    const service = findBlueprint(use)?.service;
    const closed = service === undefined ? undefined : lifecycle.services[service];
    return closed
      ? [`blueprints.${name}: ${closed.title}, closed ${closed.since}. ${closed.advice}`]
      : [];
  });
}

/** What the manifest declares, before anything of the account is known; finds its faults early. */
export function sketchManifest(manifest: Manifest): readonly DesiredResource[] {
  return expandManifest(manifest, {
    includeRetired: true,
    servicesSeen: new Set(),
    managedDocuments: undefined,
  });
}

function requireCaller({ account, partition }: Manifest, caller: Caller): void {
  if (caller.account === account && caller.partition === partition) return;
  throw new RolecallError(
    'ACCOUNT_MISMATCH',
    `The manifest is for account ${account} (${partition}), the credentials are for ` +
      `${caller.account} (${caller.partition}).`,
    {
      subject: caller.arn,
      hint: 'Sign in to the other account, or correct "account" in the manifest.',
    },
  );
}

/**
 * Services whose linked role the account has. Of a closed service it counts only if it is older
 * than the closing: anyone, we too, can still make the role, and is no customer by that.
 */
function servicesSeen({ parts }: Snapshot): ReadonlySet<string> {
  const roles = parts.roles.status === 'known' ? parts.roles.value : [];
  const services = roles.flatMap(({ path, createdAt }) => {
    const service = /^\/aws-service-role\/([^/]+)\//.exec(path)?.[1];
    return service === undefined || isSince(service, createdAt) ? [] : [service];
  });
  return new Set(services);
}

function isSince(service: string, createdAt: string): boolean {
  return Object.values(lifecycle.services).some(
    ({ customerEvidence, since }) =>
      customerEvidence.includes(service) && Date.parse(createdAt) >= Date.parse(since),
  );
}

/** AWS-managed policies that our list does not know are looked up, and must be there. */
function requireManagedPolicies(desired: readonly DesiredResource[], snapshot: Snapshot): void {
  const { unlisted, managedPolicyArns } = requirementsOf(desired);
  if (managedPolicyArns.length === 0) return;
  requireParts(snapshot, ['managedDocuments']);
  const { parts } = snapshot;
  const documents = parts.managedDocuments.status === 'known' ? parts.managedDocuments.value : {};
  const faults = unlisted.flatMap(({ arn, resource }): Diagnostic[] =>
    documents[arn]
      ? []
      : [
          {
            code: 'MANIFEST_INVALID',
            message: `${resource.address}: AWS has no managed policy ${arn}.`,
            position: resource.position,
            hint: 'Mind the path in the name, such as service-role/ or job-function/.',
          },
        ],
  );
  if (faults.length > 0) refuse('The manifest names policies that do not exist.', faults);
}
