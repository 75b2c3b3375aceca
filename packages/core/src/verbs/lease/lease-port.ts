import type { LeaseHolder } from '../../model/lease-marker.ts';

/**
 * The marker of one scope in one account. What decides between two runs is decided by IAM in one
 * call each: a name is given once, and version numbers of a policy grow and are never given again.
 */
export interface LeasePort {
  /** `taken` where there is a marker. */
  create(holder: LeaseHolder): Promise<'made' | 'taken'>;
  read(): Promise<LeaseState | undefined>;
  /** Adds a version, which is a claim, and tells its number; `undefined` where there is no marker. */
  claim(): Promise<number | undefined>;
  withdraw(claim: number): Promise<void>;
  /** Says anew who holds it, and until when; false where there is no marker. */
  mark(holder: LeaseHolder): Promise<boolean>;
  /** Fails where somebody has claimed it since. */
  remove(): Promise<void>;
}

export interface LeaseState {
  /** IAM's own id: another one for each policy, also of the same name. */
  readonly id: string;
  /** `undefined` where it is no marker of ours. */
  readonly holder: LeaseHolder | undefined;
  /** The numbers of its versions, and when by AWS's clock each was made. */
  readonly claims: readonly { readonly number: number; readonly at: string | undefined }[];
}
