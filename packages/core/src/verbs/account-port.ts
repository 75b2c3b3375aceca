import type { CollectRequest } from '../model/collect-request.ts';
import type { LeasePlace } from '../model/lease-marker.ts';
import type { Part } from '../model/part.ts';
import type { LiveResource, ResourceType } from '../model/resource.ts';
import type { Caller, Snapshot } from '../model/snapshot.ts';
import type { AuthorizedRequest } from '../plan/authorized-request.ts';
import type { Call } from '../plan/calls.ts';
import type { LeasePort } from './lease/lease-port.ts';

/** One account as the verbs see it. Every method fails with a RolecallError. */
export interface AccountPort {
  identify(): Promise<Caller>;
  collect(request: CollectRequest): Promise<Snapshot>;
  /** One resource as it is at this moment; `undefined` where there is none. */
  readResource(resource: ResourceReference): Promise<LiveResource | undefined>;
  /**
   * Whether `perform` makes passwords and access keys as well: only where it can hand them over. A
   * plan that asks for them is refused elsewhere.
   */
  readonly delivers?: boolean;
  /** Carries out one write, once. */
  perform(call: Call): Promise<void>;
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
  /** Of whom an assignment is for, where it is known: it is there as long as AWS lists that id. */
  readonly principalId?: string | undefined;
}

export type SimulationRequest = AuthorizedRequest;

export interface Denial {
  readonly action: string;
  readonly resource: string;
  /** As IAM says; `undecided` where it hangs on a condition key that nobody can know beforehand. */
  readonly decision: 'implicitDeny' | 'explicitDeny' | 'undecided';
}
