import type { SourcePosition } from '../model/errors.ts';
import type { Layout } from './paint.ts';
import { visibleText } from './visible-text.ts';

export interface HeaderStyle {
  /** Painted already; one column wide. */
  readonly symbol: string;
  readonly word: string;
  readonly layout: Layout;
}

/** `+ role/deployer  (create)  rolecall.yaml:12`; the place goes below where it has no room. */
export function renderHeader(
  about: {
    readonly type: string;
    readonly name: string;
    readonly position: SourcePosition | undefined;
  },
  { symbol, word, layout: { width, paint } }: HeaderStyle,
): readonly string[] {
  const name = visibleText(`${about.type}/${about.name}`);
  const place = about.position && visibleText(`${about.position.file}:${about.position.line}`);
  const head = `${symbol} ${paint.strong(name)}  (${word})`;
  if (place === undefined) return [head];
  const columns = 2 + name.length + 2 + word.length + 2 + 2 + place.length;
  return columns <= width
    ? [`${head}  ${paint.quiet(place)}`]
    : [head, `    ${paint.quiet(place)}`];
}
