import { Option } from 'commander';

export const accountOption = new Option(
  '--account <account>',
  'only this account (12 digits), or sandbox:<scenario>, an account in memory',
);

export const manifestOption = new Option(
  '-f, --manifest <file>',
  'the manifest (default: rolecall.yaml)',
);

export const guardrailsOption = new Option(
  '--guardrails <file>',
  'refuse what these guardrails do not let through',
);

export const includeRetiredOption = new Option(
  '--include-retired',
  'allow blueprints of services that AWS has closed',
);

export const asOfOption = new Option(
  '--as-of <instant>',
  'as it will be then, in UTC: what has expired by then is gone',
);
