/** The database does not answer now; what was asked may be asked again. */
export class DatabaseAway extends Error {
  override readonly name = 'DatabaseAway';
  /** A server that was restarted is back by then, as a rule. */
  readonly retryAfterSeconds = 5;
}

/** An error of the driver as it is, or that the database is away where it says so. */
export function translateAway(error: unknown): unknown {
  return error instanceof Error && isAway(error)
    ? new DatabaseAway('the database does not answer', { cause: error })
    : error;
}

/**
 * Lost connections, a server that stops or starts, and one that takes no more connections.
 * https://www.postgresql.org/docs/15/errcodes-appendix.html
 */
const states = /^(08...|53300|57P0[1-3])$/;
const network: ReadonlySet<string> = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);
/** What node-postgres says in words only. */
const inWords = /^Connection terminated|not queryable$|^timeout exceeded when trying to connect$/;

function isAway(error: Error): boolean {
  if ('code' in error && typeof error.code === 'string')
    return states.test(error.code) || network.has(error.code);
  return inWords.test(error.message);
}
