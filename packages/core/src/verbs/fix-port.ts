import type { Json } from '@rolecall/policy';
import type { FixCall } from '../fixes/fix-call.ts';
import type { FixLookup, FixTarget } from '../fixes/fix-target.ts';

/** What fixes ask of an account beside the AccountPort. Both fail with a RolecallError. */
export interface FixPort {
  /** The state as it is at this moment; `null` where there is nothing. */
  read(target: FixTarget | FixLookup): Promise<Json>;
  /** Carries out one write, once. */
  perform(call: FixCall): Promise<void>;
}
