import type { Config } from '../config/config.ts';
import type { Command } from './command.ts';
import { deadLetters } from './dead-letters.ts';
import { migrateDatabase } from './migrate-database.ts';
import { reseal } from './reseal.ts';
import { verifyAudit } from './verify-audit.ts';

export interface CommandEnvironment {
  readonly now: () => Date;
  /** Throws where there is no such file. */
  readonly readFile: (path: string) => string;
}

export interface CommandOutcome {
  /** `attention`: it ran, and somebody has to look. */
  readonly kind: 'done' | 'attention';
  /** For people; ends with a line feed. */
  readonly text: string;
}

/**
 * Does one thing and ends; the database is closed again.
 *
 * @throws RolecallError, errors of the database
 */
export async function runCommand(
  command: Exclude<Command, { kind: 'serve' }>,
  config: Config,
  environment: CommandEnvironment,
): Promise<CommandOutcome> {
  switch (command.kind) {
    case 'migrate':
      return migrateDatabase(config);
    case 'reseal':
      return reseal(config, environment);
    case 'verify-audit':
      return verifyAudit(config, { ...environment, headsFile: command.headsFile });
    case 'dead-letters':
      return deadLetters(config, command, environment);
    default:
      return command satisfies never;
  }
}
