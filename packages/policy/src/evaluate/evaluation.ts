import type { Layer } from './policy-set.ts';

/** A statement that applies to the request, and where it stands. */
export interface StatementMatch {
  readonly layer: Layer;
  /** Of `serviceControl` and `resourceControl`: the level, from 0. */
  readonly level: number | undefined;
  /** Of the layer's policies (of the level's), from 0. */
  readonly policy: number;
  /** Among the policy's statements, from 0. */
  readonly statement: number;
  readonly sid: string | undefined;
  readonly effect: 'Allow' | 'Deny';
}

/** The root user of an account needs no identity policy. */
export type Grant =
  | { readonly by: 'statement'; readonly statement: StatementMatch }
  | { readonly by: 'root-user' };

/** The layer that would have had to allow. */
export interface Refusal {
  readonly layer: Layer;
  readonly level: number | undefined;
  /**
   * `no-allow`: no Allow of the layer's applies. `only-delegated`: the resource policy names the
   * caller's account, which leaves it to the identity policies, and they do not allow either.
   * `no-session-policy`: a federated user's session has the permissions passed to it, here none.
   */
  readonly cause: 'no-allow' | 'only-delegated' | 'no-session-policy';
}

/** What one layer in force (of those with levels: one level) says by itself. */
export interface LayerReason {
  readonly layer: Layer;
  readonly level: number | undefined;
  readonly outcome: 'denies' | 'allows' | 'silent';
  readonly statements: readonly StatementMatch[];
}

interface EvaluationBasis {
  /** Every statement that applies, of all layers in force. */
  readonly matched: readonly StatementMatch[];
  /**
   * One for each layer in force. `explainDocuments` tells why the statements of a silent one do not
   * apply.
   */
  readonly reasons: readonly LayerReason[];
}

export type Evaluation = EvaluationBasis &
  (
    | { readonly decision: 'allowed'; readonly decidedBy: Grant }
    | { readonly decision: 'explicitDeny'; readonly decidedBy: StatementMatch }
    | { readonly decision: 'implicitDeny'; readonly decidedBy: Refusal }
  );
