import {
  type Finding,
  type FreshChange,
  type Layout,
  type Refreshed,
  shortSubject,
  visibleText,
  wrapText,
} from '@rolecall/core';

/** What reading live showed, as lines of a terminal. */
export function renderRefreshed(refreshed: Refreshed, layout: Layout): readonly string[] {
  const { users, root, changed, confirmed, notes } = refreshed;
  const { width, paint } = layout;
  const wholes = [
    ...(users.length > 0 ? [counted(users.length, 'user')] : []),
    ...(root ? ['the root user'] : []),
  ];
  const sum =
    wholes.length === 0
      ? 'Nothing failed by the credential report: there was nothing to read live.'
      : `Read live: ${wholes.join(' and ')}. ${counted(changed.length, 'finding')} changed, ` +
        `${counted(confirmed.length, 'failure')} confirmed.`;
  return [
    ...wrapText(sum, { width, paint: paint.strong }),
    ...changed.flatMap((change) => renderChange(change, layout)),
    ...notes.flatMap((note) => wrapText(note, { width, indent: 2, paint: paint.quiet })),
  ];
}

function renderChange({ before, after }: FreshChange, { width, paint }: Layout): readonly string[] {
  const finding = after ?? before;
  if (finding === undefined) return [];
  const { check, subject, message } = finding;
  const head = `~ ${paint.strong(check)}  ${visibleText(shortSubject(subject))}`;
  const said = after === undefined ? 'There is nothing to say of it any more.' : message;
  return [
    `${head}  ${paint.quiet(`${wordOf(before)} → ${wordOf(after)}`)}`,
    ...wrapText(said, { width, indent: 4 }),
  ];
}

function wordOf(finding: Finding | undefined): string {
  return finding === undefined ? 'nothing' : finding.outcome;
}

function counted(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
