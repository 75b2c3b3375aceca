import type { Alert } from './markdown.ts';

/** The one thing a reader must take away. */
export interface Verdict {
  readonly alert: Alert;
  /** Words of ours, without a full stop. */
  readonly title: string;
  /** Markdown; a paragraph each. */
  readonly text: readonly string[];
}
