import type { DeliveryRecord } from '../model/records.ts';

export type SendOutcome =
  | { readonly kind: 'delivered' }
  /** May go well another time. */
  | {
      readonly kind: 'failed';
      readonly why: string;
      /** What the other side asked for, in milliseconds: no attempt before that. */
      readonly notBeforeMs?: number;
    }
  /** Nobody is there any more. `endpointGone`: it said so itself, and is to be switched off. */
  | { readonly kind: 'pointless'; readonly why: string; readonly endpointGone: boolean };

/** Sends one delivery once. Throws only where the service itself is wrong. */
export type Sender = (
  delivery: DeliveryRecord,
  context: { readonly signal: AbortSignal },
) => Promise<SendOutcome>;
