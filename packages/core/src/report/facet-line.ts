/** One line beneath a change: what comes (`+`), what goes (`-`), what is only said (` `). */
export interface FacetLine {
  readonly sign: '+' | '-' | ' ';
  readonly text: string;
  /** 1 for what belongs to the line above it. */
  readonly depth?: number;
}

/** Where the change happens, for names that need not be spelt out there. */
export interface DescribeContext {
  readonly scope: string;
  readonly account: string;
  readonly partition: string;
}
