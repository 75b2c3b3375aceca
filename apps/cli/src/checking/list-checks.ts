import { type Check, checkGroups, type Layout, partPermissions, wrapText } from '@rolecall/core';

/** What a check is, for programs: its metadata, the parts it reads and the permissions they take. */
export function checkMetadata({ run: _run, ...metadata }: Check): object {
  const parts = [...metadata.needs, ...(metadata.uses ?? [])];
  return {
    ...metadata,
    optIn: metadata.optIn ?? false,
    permissions: [...new Set(parts.flatMap((part) => partPermissions[part]))],
  };
}

/** The checks by chapter, those that were selected. */
export function renderChecks(selected: readonly Check[], layout: Layout): readonly string[] {
  const { width, paint } = layout;
  return checkGroups.flatMap(({ title, checks }) => {
    const members = checks.filter((check) => selected.includes(check));
    if (members.length === 0) return [];
    return [
      '',
      paint.strong(title),
      ...members.flatMap((check) => [
        `  ${paint.strong(check.id)}  ${paint.quiet(tagsOf(check))}`,
        ...wrapText(check.title, { width, indent: 4 }),
      ]),
    ];
  });
}

function tagsOf({ severity, optIn }: Check): string {
  return optIn === true ? `${severity}, only with --check` : severity;
}
