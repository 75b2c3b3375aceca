import type { LintRule } from '../lint-rule.ts';
import { meaningRules } from './meaning/index.ts';
import { serviceRules } from './services/index.ts';
import { lesserStructureRules, structureRules } from './structure/index.ts';

/** Rules for what ValidatePolicy finds. */
export const awsRules: readonly LintRule[] = [...structureRules, ...meaningRules, ...serviceRules];

/** Those that find errors and security warnings in policies that IAM stores. */
export const graveRules: readonly LintRule[] = awsRules.filter(
  (rule) => !lesserStructureRules.has(rule),
);
