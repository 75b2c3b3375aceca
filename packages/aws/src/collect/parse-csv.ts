import { csvParseRows } from 'd3-dsv';
import { badResponse } from '../ask.ts';

export type CsvRecord = { readonly [column: string]: string | undefined };

interface CsvShape {
  readonly action: string;
  /** Columns that must be there; others may come and go, in any order. */
  readonly columns: readonly string[];
}

/** Reads CSV with a header line, each record by the names of its columns. */
export function parseCsv(csv: string, { action, columns }: CsvShape): readonly CsvRecord[] {
  const [header = [], ...rows] = parseRows(csv, action);
  const missing = columns.filter((column) => !header.includes(column));
  if (missing.length > 0) throw badResponse(action, `without the columns ${missing.join(', ')}`);
  return rows.map((row) => Object.fromEntries(header.map((column, i) => [column, row[i]])));
}

function parseRows(csv: string, action: string): readonly (readonly string[])[] {
  const rows = csvParseRows(csv.replace(/^\uFEFF/, '')).filter(
    ([first, ...rest]) => first !== '' || rest.length > 0,
  );
  // With rows of different lengths a value might slip under another column's name.
  const line = rows.findIndex(({ length }) => length !== rows[0]?.length);
  if (line >= 0) throw badResponse(action, `with CSV whose row ${line + 1} is of another length`);
  return rows;
}
