import type { SourcePath } from '../../manifest/yaml-source.ts';

/** Two rules of which one leaves nothing of what the other asks for or allows. */
export interface Contradiction {
  readonly path: SourcePath;
  /** The other rule. */
  readonly against: SourcePath;
  /** A sentence without its end; the place of the other rule follows. */
  readonly message: string;
  readonly hint: string;
}
