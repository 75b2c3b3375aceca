import type { LintFinding } from '@rolecall/policy';

/** What --fail-on takes, gravest first. */
export const failLevels = ['error', 'security-warning', 'warning', 'suggestion'] as const;

export type FailLevel = (typeof failLevels)[number];

const levels: Readonly<Record<LintFinding['findingType'], FailLevel>> = {
  ERROR: 'error',
  SECURITY_WARNING: 'security-warning',
  WARNING: 'warning',
  SUGGESTION: 'suggestion',
};

export function levelOf({ findingType }: Pick<LintFinding, 'findingType'>): FailLevel {
  return levels[findingType];
}

/** `security warning`. */
export function levelName(level: FailLevel): string {
  return level.replace('-', ' ');
}

export function isAtLeastLevel(level: FailLevel, from: FailLevel): boolean {
  return failLevels.indexOf(level) <= failLevels.indexOf(from);
}
