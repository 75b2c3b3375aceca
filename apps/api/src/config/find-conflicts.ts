import { type ConfigMistake, mistake } from './config-mistake.ts';

/** `migrate`: brings the tables up to date, and holds no keys. */
export type Purpose = 'service' | 'migrate';

/**
 * What fits by itself and not together. Looks at what was given, so that it finds these too where
 * something else is wrong.
 */
export function findConflicts(
  given: Readonly<Record<string, string>>,
  purpose: Purpose,
): readonly ConfigMistake[] {
  const has = (name: string): boolean => given[name] !== undefined;
  const production = given.NODE_ENV === 'production';
  const found: ConfigMistake[] = [];
  const when = (wrong: boolean, name: string, problem: string): void => {
    if (wrong) found.push(mistake(name, problem));
  };
  when(
    production && !has('DATABASE_URL') && given.ROLECALL_ALLOW_PGLITE_IN_PRODUCTION !== 'true',
    'DATABASE_URL',
    'Production needs PostgreSQL, or ROLECALL_ALLOW_PGLITE_IN_PRODUCTION=true.',
  );
  when(
    production && given.ROLECALL_TRIAL === 'true',
    'ROLECALL_TRIAL',
    'What is for trying has tokens that nobody asked for; not in production.',
  );
  for (const name of ['ROLECALL_AUDIT_KEY', 'ROLECALL_SEALING_KEYS', 'ROLECALL_OIDC_ISSUERS']) {
    const isNeeded = production && purpose === 'service';
    when(isNeeded && !has(name), name, 'Production needs it.');
  }
  when(
    has('ROLECALL_SMTP_URL') && !has('ROLECALL_MAIL_FROM'),
    'ROLECALL_MAIL_FROM',
    'ROLECALL_SMTP_URL needs it.',
  );
  return found;
}
