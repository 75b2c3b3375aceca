import type { Policy } from '../language/policy.ts';
import type { NormalisedRequest } from './access-request.ts';

/** Readings of what the documentation leaves open, or says in two ways. */
export interface MatchOptions {
  /**
   * `Resource` patterns of fewer than six fields. `completed` (default): `*` stands in each missing
   * field, so `arn:aws:sqs` is `arn:aws:sqs:*:*:*` (IAM User Guide, "IAM identifiers").
   * `glob`: the pattern is matched against the whole text.
   */
  readonly shortArns?: 'completed' | 'glob' | undefined;
  /**
   * Whether a wildcard in `Resource` runs over colons. The User Guide says that a `*` at the end of
   * a field can; published results of Access Analyzer's checks say that it does not (default).
   * With it, a short pattern matches what either reading of `shortArns` lets it match.
   */
  readonly spanningWildcards?: boolean | undefined;
  /**
   * Who escapes a Deny with `NotPrincipal`. `documented` (default): whoever is listed with the
   * account, a role's session with account, role and session, a federated user's session with the
   * account and itself or the user it was made by. `strict`: that session only when it is listed
   * itself. `lenient`: whoever is listed by any of these names.
   */
  readonly notPrincipal?: 'documented' | 'strict' | 'lenient' | undefined;
  /**
   * `*` and `?` within an entry of `Principal` or `NotPrincipal`, which AWS accepts in reference
   * policies of Access Analyzer's checks and nowhere else. `literal` (default): characters like any
   * other, so that the entry names nobody. `patterns`: wildcards, over the whole of the entry.
   */
  readonly principalWildcards?: 'literal' | 'patterns' | undefined;
  /**
   * The value `*` of `ArnEquals` and `ArnLike`, or a run of stars: `matches` every ARN (default), or `fails` since it
   * lacks the six fields that the operators compare. Undocumented.
   */
  readonly starArnValue?: 'matches' | 'fails' | undefined;
  /** The principal has a permissions boundary; a Deny with `NotPrincipal` always applies to it. */
  readonly boundaryAttached?: boolean | undefined;
}

/** What the elements of one statement are matched with. */
export interface MatchScope {
  readonly version: Policy['version'];
  readonly request: NormalisedRequest;
  readonly options: MatchOptions;
}
