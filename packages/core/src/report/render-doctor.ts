import type { UnknownReason } from '../model/part.ts';
import type { PartName } from '../model/snapshot.ts';
import type { Layout } from './paint.ts';
import { wrapText } from './wrap-text.ts';

/** One thing that has to be right before anything can be read. */
export interface DoctorRow {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
  readonly hint?: string | undefined;
}

/** `elsewhere`: the organization shows it to its management account and whom that names only. */
export type DoctorPartState = 'readable' | 'unreadable' | 'not-tried' | 'elsewhere';

/** Whether one part of a snapshot can be read. */
export interface DoctorPart {
  readonly name: PartName;
  readonly state: DoctorPartState;
  /** What reading it takes. */
  readonly permissions: readonly string[];
  readonly reason?: UnknownReason | undefined;
}

export interface DoctorReport {
  readonly ok: boolean;
  readonly rows: readonly DoctorRow[];
  /** Empty where it did not come to reading. */
  readonly parts: readonly DoctorPart[];
  readonly missingPermissions: readonly string[];
}

const column = 30;

/** What is there, what can be read, and what is missing. */
export function renderDoctor(report: DoctorReport, layout: Layout): readonly string[] {
  const { width, paint } = layout;
  const { ok, rows, parts, missingPermissions: missing } = report;
  return [
    ...rows.flatMap((row) => renderRow(row, layout)),
    ...(parts.length > 0 ? ['', paint.strong('What can be read')] : []),
    ...parts.flatMap((part) => renderPart(part, layout)),
    '',
    ...(missing.length > 0
      ? wrapText(`Missing permissions: ${missing.join(', ')}`, { width, hanging: 2 })
      : []),
    ok
      ? paint.good('All that Rolecall needs for checks and plans is there.')
      : paint.bad('Something that Rolecall needs is missing.'),
  ];
}

function renderRow({ name, ok, detail, hint }: DoctorRow, layout: Layout): readonly string[] {
  const { width, paint } = layout;
  return [
    ...beside(`${ok ? paint.good('✓') : paint.bad('✗')} ${name.padEnd(13)}`, 15, detail, layout),
    ...(hint === undefined
      ? []
      : wrapText(hint, { width, indent: 4, lead: '→ ', paint: paint.quiet })),
  ];
}

function renderPart(part: DoctorPart, layout: Layout): readonly string[] {
  const { width, paint } = layout;
  const { name, state, permissions, reason } = part;
  const symbols = {
    readable: paint.good('✓'),
    unreadable: paint.bad('✗'),
    'not-tried': paint.quiet('–'),
    elsewhere: paint.quiet('–'),
  };
  const names = permissions.join(', ');
  const head = `${symbols[state]} ${name.padEnd(column - 2)}`;
  const texts = {
    readable: names,
    unreadable: names,
    'not-tried': 'not tried: only opt-in checks need it',
    elsewhere: 'for the management account of the organization',
  };
  return [
    ...beside(head, column, texts[state], layout),
    ...(reason === undefined ? [] : wrapText(reason.message, { width, indent: 4 })),
  ];
}

/** A head of so many columns, and a text that is wrapped beside it. */
function beside(head: string, columns: number, text: string, { width }: Layout): readonly string[] {
  const [first = '', ...rest] = wrapText(text, { width: width - columns });
  return [`${head}${first}`, ...rest.map((line) => `${' '.repeat(columns)}${line}`)];
}
