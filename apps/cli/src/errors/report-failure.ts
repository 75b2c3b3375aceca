import { errorCodes, RolecallError } from '@rolecall/core';
import type { Environment } from '../environment.ts';
import { layoutFor } from '../output/layout-for.ts';
import { errorJson } from './error-json.ts';
import { excerptFrom } from './excerpt.ts';
import { renderError, renderInternalError } from './render-error.ts';

/** Says what went wrong, on stderr or, with --json, as one value on stdout; gives the exit code. */
export function reportFailure(error: unknown, environment: Environment): number {
  const { argv, stdout, stderr, env, cwd } = environment;
  const layout = layoutFor(stderr, { env, color: !argv.includes('--no-color') });
  const isOurs = error instanceof RolecallError;
  if (argv.includes('--json')) stdout.write(`${JSON.stringify(errorJson(error), null, 2)}\n`);
  const lines = isOurs
    ? renderError(error, { layout, excerpt: excerptFrom(cwd) })
    : renderInternalError(error, { layout, stack: env['ROLECALL_DEBUG'] === '1' });
  stderr.write(`${lines.join('\n')}\n`);
  return isOurs ? errorCodes[error.code].exit : 1;
}
