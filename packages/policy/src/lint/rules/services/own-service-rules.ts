import type { LintRule } from '../../lint-rule.ts';
import { keyNeverSentRule } from './key-never-sent.ts';
import { resourceOfNoActionRule } from './resource-of-no-action.ts';

/** Rules for codes of our own that look services up. */
export const ownServiceRules: readonly LintRule[] = [keyNeverSentRule, resourceOfNoActionRule];
