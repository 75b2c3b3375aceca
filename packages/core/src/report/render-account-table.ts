import type { Layout } from './paint.ts';
import { visibleText } from './visible-text.ts';
import { wrapText } from './wrap-text.ts';

export interface AccountRow {
  readonly name: string;
  readonly account: string;
  readonly state: 'good' | 'changed' | 'failed';
  /** One short sentence: `3 to create`, or what went wrong. */
  readonly summary: string;
}

/** One line per account, and more where the summary is long; fits the width. */
export function renderAccountTable(
  rows: readonly AccountRow[],
  { width, paint }: Layout,
): readonly string[] {
  const longest = Math.max(7, ...rows.map(({ name }) => visibleText(name).length));
  const names = Math.min(longest, 24);
  const column = 2 + names + 2 + 12 + 2;
  const symbols = {
    good: paint.good('✓'),
    changed: paint.note('~'),
    failed: paint.bad('✗'),
  } as const;
  return [
    paint.strong('Accounts'),
    ...rows.flatMap(({ name, account, state, summary }) => {
      const shown = visibleText(name);
      const fits = shown.length <= names;
      const lines = wrapText(summary, { width, indent: column });
      const [first = '', ...more] = lines;
      const head = `${symbols[state]} ${fits ? shown.padEnd(names) : ' '.repeat(names)}  ${account.padEnd(12)}  `;
      const line = `${head}${first.trimStart()}`;
      return fits ? [line, ...more] : [`  ${shown}`, line, ...more];
    }),
  ];
}
