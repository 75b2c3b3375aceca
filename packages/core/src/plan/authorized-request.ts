/** A request as AWS authorises it. */
export interface AuthorizedRequest {
  readonly action: string;
  /** An ARN, or `*`. */
  readonly resource: string;
  /** Condition keys of the request and their values. */
  readonly context: { readonly [key: string]: readonly string[] };
}
