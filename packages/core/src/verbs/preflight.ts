import { type Diagnostic, refuse } from '../model/errors.ts';
import { resourceKey } from '../model/resource.ts';
import { indexLive } from '../plan/live-index.ts';
import type { Plan } from '../plan/plan.ts';
import type { AccountPort, Denial } from './account-port.ts';
import type { PlannedManifest } from './plan-manifest.ts';
import { simulationRequests } from './simulation-requests.ts';

/**
 * Asks IAM's simulator whether the caller may do what the plan needs, and fails with a list of what
 * it may not. Returns a warning where the simulator cannot be asked.
 */
export async function preflight(
  planned: PlannedManifest,
  port: Pick<AccountPort, 'simulate'>,
): Promise<readonly string[]> {
  const { caller } = planned.snapshot;
  const requests = simulationRequests(planned.plan, arnsOf(planned));
  if (requests.length === 0) return [];
  const answer = await port.simulate(caller, requests);
  if (answer.status === 'unknown') {
    return [`Whether the caller may do all this could not be asked: ${answer.reason.message}`];
  }
  const ofLeaving = leavingCredentials(planned.plan);
  const isLeft = ({ action, resource }: Denial) => ofLeaving.has(`${action} ${resource}`);
  const denials = answer.value.filter(({ decision }) => decision !== 'undecided');
  const refused = denials.filter((one) => !isLeft(one));
  if (refused.length > 0) {
    return refuse(`${caller.arn} may not do what the plan needs.`, refused.map(denied));
  }
  const kept = denials.map(
    ({ action, resource }) =>
      `The caller may not do ${action} on ${resource}, which goes: a credential of it stays.`,
  );
  const undecided = answer.value
    .filter(({ decision }) => decision === 'undecided')
    .map(({ action, resource }) => `${action} on ${resource}`);
  if (undecided.length === 0) return kept;
  return [...kept, `Conditions decide whether the caller may do this: ${undecided.join(', ')}.`];
}

/**
 * Calls by which a user that goes loses its credentials. Who may not do them takes away its access
 * all the same.
 */
function leavingCredentials({ changes }: Plan): ReadonlySet<string> {
  const calls = changes.flatMap(({ declared, operations, arn }) =>
    operations.map(({ action }) => ({
      call: `${action} ${arn}`,
      action,
      isLeft: declared === null,
    })),
  );
  const needed = new Set(calls.filter(({ isLeft }) => !isLeft).map(({ call }) => call));
  return new Set(
    calls
      .filter(({ action, call }) => credentialActions.has(action) && !needed.has(call))
      .map(({ call }) => call),
  );
}

const credentialActions: ReadonlySet<string> = new Set([
  'iam:UpdateAccessKey',
  'iam:DeleteAccessKey',
  'iam:DeleteLoginProfile',
]);

/** Existing resources by what AWS shows, new ones by what the plan makes. */
function arnsOf({ plan, snapshot }: PlannedManifest): ReadonlyMap<string, string> {
  const live = indexLive(snapshot);
  const existing = [
    ...live.all('user'),
    ...live.all('role'),
    ...live.all('group'),
    ...live.all('instance-profile'),
  ];
  return new Map([
    ...existing.map((resource): [string, string] => [resourceKey(resource), resource.arn]),
    ...plan.changes.map(({ resource, arn }): [string, string] => [resource, arn]),
  ]);
}

function denied({ action, resource, decision }: Denial): Diagnostic {
  return {
    code: 'ACCESS_DENIED',
    message: `${action} on ${resource}: ${decision === 'explicitDeny' ? 'a policy denies it' : 'no policy allows it'}.`,
  };
}
