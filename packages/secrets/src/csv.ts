/** One line of a table after RFC 4180: every field quoted, none of them a formula. */
export function csvLine(fields: readonly string[]): string {
  return `${fields.map((field) => `"${harmless(field).replaceAll('"', '""')}"`).join(',')}\r\n`;
}

/**
 * Spreadsheets run what begins with one of these, quoted or not (OWASP, CSV injection). The
 * apostrophe in front belongs to no value: who reads such a field takes it off.
 */
function harmless(field: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/u.test(field) ? `'${field}` : field;
}
