import type { LintRule } from '../../lint-rule.ts';
import { checkArnsThatNeverMatch } from './arn-never-matches.ts';
import { checkGithubSubjects } from './github-subjects.ts';
import { checkPlaceholders } from './placeholders.ts';
import { checkCharacters, checkDuplicateMembers } from './text-faults.ts';

/** Rules for codes of our own that need no data of services. */
export const ownRules: readonly LintRule[] = [
  checkCharacters,
  checkDuplicateMembers,
  checkPlaceholders,
  checkArnsThatNeverMatch,
  checkGithubSubjects,
];
