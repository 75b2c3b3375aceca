import { type DeadLetterCommand, readDeadLetterCommand } from './dead-letters.ts';

/** What the program is asked to do, by its arguments. */
export type Command =
  | { readonly kind: 'serve' }
  /** Brings the tables up to date, as their owner. */
  | { readonly kind: 'migrate' }
  /** Seals anew what older keys sealed. */
  | { readonly kind: 'reseal' }
  /** Compares the audit log with heads that were kept outside. */
  | { readonly kind: 'verify-audit'; readonly headsFile: string }
  /** Shows the jobs that are tried no more, has them worked again, or takes them away. */
  | DeadLetterCommand;

export const usage = `node apps/api/src/main.ts                        runs the service
node apps/api/src/main.ts migrate                brings the tables up to date
node apps/api/src/main.ts reseal                 seals anew what older keys sealed
node apps/api/src/main.ts verify-audit <heads>   compares the audit log with signed heads in a file
node apps/api/src/main.ts dead-letters           shows the jobs that are tried no more
node apps/api/src/main.ts dead-letters (redrive | discard) (all | <id>...)
                                                 has them worked again, or takes them away
`;

/** Undefined for what it does not know. */
export function readCommand(args: readonly string[]): Command | undefined {
  const [name, file, ...more] = args;
  if (name === 'dead-letters') return readDeadLetterCommand(args.slice(1));
  if (more.length > 0) return undefined;
  if (name === 'verify-audit') {
    return file === undefined ? undefined : { kind: name, headsFile: file };
  }
  if (file !== undefined) return undefined;
  if (name === undefined) return { kind: 'serve' };
  return name === 'migrate' || name === 'reseal' ? { kind: name } : undefined;
}
