import type { CollectRequest } from '../model/collect-request.ts';
import type { LeasePlace } from '../model/lease-marker.ts';
import type { Part } from '../model/part.ts';
import type { LiveResource, ResourceType } from '../model/resource.ts';
import type { Caller, Snapshot } from '../model/snapshot.ts';
import type { IamCall } from '../plan/calls.ts';
import type { LeasePort } from './lease/lease-port.ts';

/** One account as the verbs see it. Every method fails with a RolecallError. */
export interface AccountPort {
  identify(): Promise<Caller>;
  collect(request: CollectRequest): Promise<Snapshot>;
  /** One resource as it is at this moment; `undefined` where there is none. */
  readResource(resource: ResourceReference): Promise<LiveResource | undefined>;
  /** Carries out one write, once. */
  perform(call: IamCall): Promise<void>;
  /** Asks IAM's simulator which of these the caller may not do; unknown where it does not answer. */
  simulate(
    caller: Caller,
    requests: readonly SimulationRequest[],
  ): Promise<Part<readonly Denial[]>>;
  /** The marker by which runs of one scope take turns. */
  lease(place: LeasePlace): LeasePort;
}

export interface ResourceReference {
  readonly type: ResourceType;
  readonly name: string;
  readonly arn: string;
}

export interface SimulationRequest {
  readonly action: string;
  /** An ARN, or `*`. */
  readonly resource: string;
  /** Condition keys of the request and their values. */
  readonly context: { readonly [key: string]: readonly string[] };
}

export interface Denial {
  readonly action: string;
  readonly resource: string;
  /** As IAM says; `undecided` where it hangs on a condition key that nobody can know beforehand. */
  readonly decision: 'implicitDeny' | 'explicitDeny' | 'undecided';
}
