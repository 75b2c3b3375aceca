/**
 * What a step wrote to `GITHUB_OUTPUT`, `GITHUB_STATE` or `GITHUB_ENV`: lines `name=value`, and
 * `name<<delimiter` with the value on the lines up to the delimiter. Where the runner would fail the
 * step, this throws.
 */
export function parseFileCommands(text: string): Record<string, string> {
  const values = new Map<string, string>();
  const lines = text.split(/\r?\n/);
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line === '') continue;
    const equals = line.indexOf('=');
    const heredoc = line.indexOf('<<');
    if (heredoc >= 0 && (equals < 0 || heredoc < equals)) {
      const delimiter = line.slice(heredoc + 2);
      const end = lines.indexOf(delimiter, at + 1);
      if (delimiter === '' || end < 0) throw new Error(`Matching delimiter not found: ${line}`);
      values.set(line.slice(0, heredoc), lines.slice(at + 1, end).join('\n'));
      at = end;
    } else if (equals > 0) {
      values.set(line.slice(0, equals), line.slice(equals + 1));
    } else throw new Error(`Invalid format '${line}'`);
  }
  return Object.fromEntries(values);
}
