import { parse } from 'csv-parse/sync';
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
  try {
    // Rows of different lengths are an error, so no value slips under another column's name.
    return parse(csv, { bom: true, skip_empty_lines: true });
  } catch (error) {
    throw badResponse(action, 'with CSV that cannot be read', error);
  }
}
