import type { Json } from '@rolecall/policy';
import { type Call, regionOf } from './calls.ts';
import { digest } from './digest.ts';
import { type Step, stepOf } from './steps.ts';

/**
 * One write, with what it changes: the facet of the resource, its value now and after. `null` means
 * that there is none. Two operations with one id do the same to the same state, whenever they were
 * planned; that is what a review approves.
 */
export type Operation = Call & {
  readonly id: string;
  /** Key of the resource: `role/deployer`. */
  readonly resource: string;
  /** E.g. `trust`, `managedPolicies/arn:…`; empty for the resource as such. */
  readonly facet: string;
  /** Its place in the order of what happens to the resource. */
  readonly step: Step;
  readonly before: Json;
  readonly after: Json;
  /** What the call writes over, where `before` shows less: for the way back. */
  readonly previous?: Json;
  readonly liveDigest: string;
  readonly desiredDigest: string;
};

export interface OperationDraft {
  /** Set where more is known of it than its facet tells. */
  readonly step?: Step;
  readonly call: Call;
  readonly facet: string;
  readonly before: Json;
  readonly after: Json;
  /** What the call writes over, where `before` shows less. */
  readonly previous?: Json;
  /** Before and after in the form that is compared, where that is not the form that is shown. */
  readonly compared?: { readonly before: Json; readonly after: Json };
}

function toOperation(resource: string, draft: OperationDraft): Operation {
  const { call, facet, before, after, previous, compared } = draft;
  const liveDigest = digest(compared ? compared.before : before);
  const desiredDigest = digest(compared ? compared.after : after);
  return {
    ...call,
    id: operationId({
      action: call.action,
      region: regionOf(call),
      resource,
      facet,
      liveDigest,
      desiredDigest,
    }),
    resource,
    facet,
    step: draft.step ?? stepOf(draft),
    before,
    after,
    ...(previous === undefined ? {} : { previous }),
    liveDigest,
    desiredDigest,
  };
}

export function toOperations(
  resource: string,
  drafts: readonly OperationDraft[],
): readonly Operation[] {
  return drafts.map((draft) => toOperation(resource, draft));
}

export interface OperationIdentity {
  readonly action: string;
  /** Of services that have one endpoint per region. */
  readonly region?: string | undefined;
  readonly resource: string;
  readonly facet: string;
  readonly liveDigest: string;
  readonly desiredDigest: string;
}

export function operationId(identity: OperationIdentity): string {
  const { action, region, resource, facet, liveDigest, desiredDigest } = identity;
  const place = region === undefined ? [] : [region];
  return digest([action, resource.toLowerCase(), facet, liveDigest, desiredDigest, ...place]);
}
