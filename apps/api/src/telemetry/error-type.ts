/** A name for what went wrong, from few: an error's message may hold what nobody else should read. */
export function errorTypeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const code = 'code' in error ? String(error.code) : '';
  return /^[A-Za-z\d_-]{1,50}$/.test(code) && code !== 'undefined' ? code : error.name;
}
