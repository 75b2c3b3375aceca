type Path = readonly (string | number)[];

/** Two rules of which one leaves nothing of what the other asks for or allows. */
export interface Contradiction {
  readonly path: Path;
  /** The other rule. */
  readonly against: Path;
  /** A sentence without its end; the place of the other rule follows. */
  readonly message: string;
  readonly hint: string;
}
