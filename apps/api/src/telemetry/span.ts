/** One thing that is done, as traces show it. */
export interface SpanDescription {
  /** One of few: never made of data. */
  readonly name: string;
  readonly kind?: 'consumer' | 'client';
  /**
   * The span that it goes on from, of another time or process; null when nobody began it. Without
   * it: the span that runs now.
   */
  readonly continues?: string | null;
  /** Ids and counts only: no names of people, no reasons, nothing that a client wrote. */
  readonly attributes?: Readonly<Record<string, string | number>>;
}

/** Runs `work` in a span; throws what it throws. */
export type InSpan = <Result>(
  description: SpanDescription,
  work: () => Promise<Result>,
) => Promise<Result>;
