import {
  type Diagnostic,
  nearestName,
  type ReportFormat,
  refuse,
  reportFormats,
} from '@rolecall/core';

/** One report that was asked for. */
export interface ReportTarget {
  readonly format: ReportFormat;
  /** Without one it takes the place of the table, on stdout or in the file of --output. */
  readonly file: string | undefined;
}

/** Reads `FORMAT` and `FORMAT=FILE`, all of them, or fails (`USAGE`) with every fault at once. */
export function reportTargets(
  texts: readonly string[] = [],
  { json = false }: { readonly json?: boolean | undefined } = {},
): readonly ReportTarget[] {
  const read = texts.map(readTarget);
  const targets = read.flatMap((each) => ('format' in each ? [each] : []));
  const faults = [
    ...read.flatMap((each) => ('message' in each ? [each] : [])),
    ...sharedPlaces(targets),
    ...(json && targets.some(({ file }) => file === undefined)
      ? [fault('--json has the place of the table already.', 'Write --report FORMAT=FILE.')]
      : []),
  ];
  return faults.length > 0 ? refuse('--report cannot be used.', faults) : targets;
}

function readTarget(text: string): ReportTarget | Diagnostic {
  const at = text.indexOf('=');
  const name = at < 0 ? text : text.slice(0, at);
  const format = reportFormats.find((each) => each === name);
  if (format === undefined) {
    const near = nearestName(name, reportFormats);
    const hint = `There are ${reportFormats.join(', ')}.`;
    return fault(
      `There is no format "${name}".`,
      near === undefined ? hint : `Did you mean "${near}"? ${hint}`,
    );
  }
  const file = at < 0 ? undefined : text.slice(at + 1);
  return file === ''
    ? fault(`${text} names no file.`, `Write --report ${name}=FILE.`)
    : { format, file };
}

function sharedPlaces(targets: readonly ReportTarget[]): readonly Diagnostic[] {
  return [...Map.groupBy(targets, ({ file }) => file)].flatMap(([file, { length }]) => {
    if (length === 1) return [];
    return file === undefined
      ? [fault('Only one report can take the place of the table.', 'Write --report FORMAT=FILE.')]
      : [fault(`${file} is named for ${length} reports.`, 'Give each a file of its own.')];
  });
}

function fault(message: string, hint: string): Diagnostic {
  return { code: 'USAGE', message, hint };
}
