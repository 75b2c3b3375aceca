import {
  type Diagnostic,
  type Layout,
  type RolecallError,
  visibleText,
  wrapText,
} from '@rolecall/core';
import type { Excerpt } from './excerpt.ts';

export interface ErrorStyle {
  readonly layout: Layout;
  readonly excerpt: Excerpt;
}

/** `error: …`, each fault at its line, and the next step. */
export function renderError(error: RolecallError, style: ErrorStyle): readonly string[] {
  const { width, paint } = style.layout;
  const { hint, action, diagnostics = [] } = error.details;
  const permission = error.code === 'ACCESS_DENIED' && action ? [`missing: ${action}`] : [];
  return [
    ...wrapText(`${error.message} [${error.code}]`, {
      width,
      lead: 'error: ',
      hanging: 2,
      paint: paint.bad,
    }),
    ...diagnostics.flatMap((diagnostic) => renderDiagnostic(diagnostic, style)),
    ...permission.flatMap((text) => wrapText(text, { width, indent: 2, hanging: 2 })),
    ...(hint === undefined ? [] : wrapText(hint, { width, indent: 2, lead: '→ ' })),
  ];
}

function renderDiagnostic(
  { position, message, hint }: Diagnostic,
  { layout, excerpt }: ErrorStyle,
): readonly string[] {
  const { width, paint } = layout;
  const place = position ? `${position.file}:${position.line}:${position.column}: ` : '';
  const line = position && excerpt(position);
  return [
    ...wrapText(`${place}${message}`, { width, indent: 2, hanging: 2 }),
    ...(position && line !== undefined && line.trim() !== ''
      ? renderExcerpt(line, position.column, layout)
      : []),
    ...(hint === undefined
      ? []
      : wrapText(hint, { width, indent: 4, lead: '→ ', paint: paint.quiet })),
  ];
}

/** The line, cut around the column where it is long, and a caret beneath. */
function renderExcerpt(line: string, column: number, { width, paint }: Layout): readonly string[] {
  const margin = '    | ';
  const room = Math.max(20, width - margin.length);
  const from = column > room ? column - Math.floor(room / 2) : 0;
  const visible = [...line.slice(from, from + room)].map((character) =>
    character === '\t' ? ' ' : visibleText(character),
  );
  const before = visible.slice(0, column - 1 - from).join('').length;
  return [
    paint.quiet(`${margin}${visible.join('')}`),
    `${paint.quiet(margin)}${' '.repeat(before)}${paint.bad('^')}`,
  ];
}

/** An error that is not ours is a defect: what it was, and where to tell. */
export function renderInternalError(
  error: unknown,
  { layout, stack }: { readonly layout: Layout; readonly stack: boolean },
): readonly string[] {
  const { width, paint } = layout;
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const trace = error instanceof Error ? (error.stack ?? '').split('\n').slice(1) : [];
  return [
    ...wrapText(message, { width, lead: 'internal error: ', hanging: 2, paint: paint.bad }),
    ...wrapText(
      'This is a defect of Rolecall. Please report it with the command line, and the output of the ' +
        'same command with ROLECALL_DEBUG=1.',
      { width, indent: 2, lead: '→ ' },
    ),
    ...(stack ? trace.map(visibleText) : []),
  ];
}
