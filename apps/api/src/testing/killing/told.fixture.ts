/** What clients were answered; the service has to stand by it. */
export interface Told {
  readonly requests: ToldRequest[];
  /** Ids of grants. */
  readonly revoked: string[];
  /** Answers that nothing explains. */
  readonly surprises: string[];
  /** How often each outcome of an attempt was seen. */
  readonly outcomes: Map<string, number>;
}

export interface ToldRequest {
  readonly id: string;
  readonly kind: 'role' | 'extension';
  /** The id of the decision, where one was made. */
  readonly decisionId: string | null;
  readonly decision: 'approve' | 'reject' | null;
}

export function nothingTold(): Told {
  return { requests: [], revoked: [], surprises: [], outcomes: new Map() };
}

export function noteOutcome({ outcomes }: Told, outcome: string): void {
  outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
}
