import type { SourcePosition } from '../model/errors.ts';
import type { EndingType } from '../model/resource.ts';

/** Why a resource goes that the manifest still speaks of. */
export type Departed =
  | { readonly kind: 'expired' /** Instant in UTC. */; readonly at: string }
  | { readonly kind: 'moved' /** `role/new`. */; readonly to: string }
  /** What a plan made is taken back. */
  | { readonly kind: 'rolled-back' };

/** A resource that a manifest says is to go: unlike what is merely declared no longer. */
export interface Departure {
  readonly type: EndingType;
  readonly name: string;
  readonly address: string;
  readonly position: SourcePosition | undefined;
  readonly why: Departed;
}
