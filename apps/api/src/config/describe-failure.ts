import { RolecallError } from '@rolecall/core';
import { z } from 'zod';
import type { Config } from './config.ts';

/** Of errors of Node and of drivers; the messages are theirs. */
const shape = z.object({
  message: z.string(),
  code: z.string(),
  syscall: z.string().optional(),
});

/**
 * Why the service did not start, for who started it; undefined for what is not theirs to mend, which
 * is better shown with its stack.
 */
export function describeFailure(
  error: unknown,
  config: Pick<Config, 'listen' | 'database'>,
): string | undefined {
  if (error instanceof RolecallError) return told(error.message, error.details.hint);
  const { data } = shape.safeParse(plain(error));
  if (data === undefined) return undefined;
  const { code, syscall, message } = data;
  if (syscall === 'listen' || syscall === 'getaddrinfo') {
    const { host, port } = config.listen;
    if (syscall === 'listen' || message.includes(host)) return listening({ code, host, port });
  }
  if (config.database.kind === 'postgres')
    return told(`the database did not answer: ${message}`, databaseHint);
  const isFolder = code === 'ERR_SQLITE_ERROR' || folderCodes.has(code);
  if (!isFolder) return undefined;
  return told(
    `the folder ${config.database.folder} cannot be used: ${message}`,
    'It has to be a folder that this user may write; ROLECALL_DATA names another one.',
  );
}

const databaseHint = 'See DATABASE_URL: host, port, name and password.';

const folderCodes: ReadonlySet<string> = new Set([
  'EACCES',
  'EEXIST',
  'EINVAL',
  'EIO',
  'ELOOP',
  'ENAMETOOLONG',
  'ENOENT',
  'ENOSPC',
  'ENOTDIR',
  'EPERM',
  'EROFS',
]);

function listening(tried: {
  readonly code: string;
  readonly host: string;
  readonly port: number;
}): string {
  const { code, host, port } = tried;
  switch (code) {
    case 'EADDRINUSE':
      return told(
        `another process listens on port ${port} of ${host}`,
        'Stop it, or choose another port with PORT; 0 takes any free one.',
      );
    case 'EACCES':
      return told(
        `this user may not listen on port ${port}`,
        'Ports below 1024 are for root; choose another one with PORT.',
      );
    default:
      return told(
        `it cannot listen on ${host} (${code})`,
        'HOST takes an address of this machine.',
      );
  }
}

function told(message: string, hint: string | undefined): string {
  return `The service cannot start: ${message}.\n${hint ? `${hint}\n` : ''}`;
}

/** Members of errors are not enumerable. */
function plain(error: unknown): unknown {
  if (!(error instanceof Error)) return undefined;
  return { ...error, message: error.message };
}
