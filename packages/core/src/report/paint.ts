/** Colours by what they mean; given from outside, so that reports are plain values. */
export interface Paint {
  readonly strong: (text: string) => string;
  readonly quiet: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly doubtful: (text: string) => string;
  readonly note: (text: string) => string;
}

const same = (text: string): string => text;

/** No colours: files, pipes, tests. */
export const plainPaint: Paint = {
  strong: same,
  quiet: same,
  good: same,
  bad: same,
  doubtful: same,
  note: same,
};

/** How a report is laid out. */
export interface Layout {
  /** Columns; only what cannot be broken (an ARN) goes beyond. */
  readonly width: number;
  readonly paint: Paint;
}

export const plainLayout: Layout = { width: 80, paint: plainPaint };
