/** How far the findings of one issue code can be relied on. */
export interface CodeStatus {
  /**
   * `done`: the documentation or recorded output settles when it fires. `assumption`: it fires
   * where we had to choose a reading. `not-done`: it never fires.
   */
  readonly status: 'done' | 'assumption' | 'not-done';
  /** Which assumption, or why not. */
  readonly note?: string | undefined;
}
