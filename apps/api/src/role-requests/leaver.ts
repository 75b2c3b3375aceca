import type { ApiTokenRecord } from '../identity/api-tokens.ts';
import type {
  DecisionRecord,
  Delegation,
  GrantRecord,
  PrincipalMapping,
  RoleRequestRecord,
} from '../model/records.ts';

export interface LeaverInput {
  /** Subject of who leaves. */
  readonly subject: string;
  readonly requests: readonly Pick<RoleRequestRecord, 'id' | 'state' | 'requester'>[];
  readonly grants: readonly GrantRecord[];
  readonly decisions: readonly DecisionRecord[];
  readonly delegations: readonly Delegation[];
  readonly mappings: readonly PrincipalMapping[];
  /** API tokens that are in force. */
  readonly tokens: readonly Pick<ApiTokenRecord, 'id' | 'actor' | 'createdBy'>[];
  /** Ids of the changes of the rules that they proposed and that wait. */
  readonly changes: readonly string[];
}

/** All that ends when somebody leaves; ids. */
export interface LeaverSteps {
  readonly cancelRequests: readonly string[];
  /** Requests that are being provisioned now: what comes of them is to be revoked. */
  readonly awaitRequests: readonly string[];
  readonly revokeGrants: readonly string[];
  /** Grants that are being removed already. */
  readonly endingGrants: readonly string[];
  /** Approvals of theirs that requests of others still wait upon. */
  readonly voidDecisions: readonly string[];
  readonly endDelegations: readonly string[];
  /** Without a principal no role will trust them again. */
  readonly removeMappings: readonly PrincipalMapping[];
  /** Those that act for them, and those that they made: whoever made a token has seen it. */
  readonly revokeTokens: readonly string[];
  /** Changes of the rules that nobody stands for any more. */
  readonly withdrawChanges: readonly string[];
}

/** What to do about somebody who leaves: nothing of theirs stays, nothing of theirs counts on. */
export function leaverSteps(input: LeaverInput): LeaverSteps {
  const { subject, requests, grants, decisions, delegations, mappings, tokens, changes } = input;
  const own = requests.filter(({ requester }) => requester.id === subject);
  const held = grants.filter(({ holder }) => holder.id === subject);
  const waiting = new Set(idsOf(requests.filter(({ state }) => state === 'pending-approval')));
  return {
    cancelRequests: idsOf(own.filter(({ state }) => cancellable.has(state))),
    awaitRequests: idsOf(own.filter(({ state }) => state === 'provisioning')),
    revokeGrants: idsOf(held.filter(({ state }) => revocable.has(state))),
    endingGrants: idsOf(held.filter(({ state }) => state === 'removing' || state === 'revoking')),
    voidDecisions: idsOf(
      decisions.filter(
        ({ approver, onBehalfOf, valid, requestId }) =>
          valid && waiting.has(requestId) && (approver.id === subject || onBehalfOf === subject),
      ),
    ),
    endDelegations: idsOf(delegations.filter(({ from, to }) => from === subject || to === subject)),
    removeMappings: mappings.filter((mapping) => mapping.subject === subject),
    revokeTokens: idsOf(
      tokens.filter(({ actor, createdBy }) => actor.id === subject || createdBy.id === subject),
    ),
    withdrawChanges: changes,
  };
}

const cancellable: ReadonlySet<RoleRequestRecord['state']> = new Set([
  'draft',
  'pending-approval',
  'approved',
  'provision-failed',
]);

const revocable: ReadonlySet<GrantRecord['state']> = new Set([
  'provisioning',
  'active',
  'expiring',
  'removal-failed',
]);

function idsOf(records: readonly { readonly id: string }[]): readonly string[] {
  return records.map(({ id }) => id);
}
