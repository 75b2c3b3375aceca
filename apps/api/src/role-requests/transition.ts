/** Why something may not happen; the code of the problem that a client is answered with. */
export type TransitionProblem =
  /** Not in this state. */
  | 'state-conflict'
  /** Not by this person. */
  | 'not-allowed'
  | 'self-approval'
  | 'not-an-approver'
  | 'already-decided'
  /** The decision is about another plan than the request shows now. */
  | 'plan-changed'
  | 'answer-too-late'
  | 'guardrail-refused'
  /** No rule lets anybody approve it, or it was never planned. */
  | 'not-approvable'
  /** Its time has not come. */
  | 'not-due';

export type Transition<State> =
  | {
      readonly kind: 'next';
      readonly state: State;
      /** Whether every decision made so far is void. */
      readonly voidsDecisions: boolean;
    }
  | { readonly kind: 'problem'; readonly code: TransitionProblem };

export function problem(code: TransitionProblem): {
  readonly kind: 'problem';
  readonly code: TransitionProblem;
} {
  return { kind: 'problem', code };
}

export function next<State>(state: State): Transition<State> {
  return { kind: 'next', state, voidsDecisions: false };
}
