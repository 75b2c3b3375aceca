import type { Config } from '../config/config.ts';
import type { TrialToken } from './seed-trial.ts';

/** What who started the service reads first. Tokens are in it: not for the log. */
export function describeStart(started: {
  readonly url: string;
  readonly trialTokens: readonly TrialToken[];
  readonly config: Pick<Config, 'trial' | 'database'>;
}): string {
  const { url, trialTokens, config } = started;
  const [first] = trialTokens;
  const lines = [
    `Rolecall listens on ${url}`,
    `Its reference is at ${url}/docs`,
    ...(config.database.kind === 'pglite'
      ? ['The embedded database, for trying and not for production, is in', config.database.folder]
      : []),
    // As wide as a terminal of 80 columns: nothing before them.
    ...trialTokens.flatMap(({ name, may, token }) => [`${name} ${may}:`, token]),
    ...(first === undefined
      ? []
      : [
          'These tokens are shown this once. Try:',
          `curl -H 'Authorization: Bearer ${first.token}' \\`,
          `  ${url}/v1/me`,
        ]),
    ...(config.trial && first === undefined
      ? [
          'The tokens for trying were shown at the first start;',
          'with another folder it begins anew.',
        ]
      : []),
  ];
  return `${lines.join('\n')}\n`;
}
