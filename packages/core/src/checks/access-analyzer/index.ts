import type { CheckGroup } from '../check-group.ts';
import { analyzerExternal } from './analyzer-external.ts';
import { analyzerExternalFindings } from './analyzer-external-findings.ts';
import { analyzerUnused } from './analyzer-unused.ts';
import { analyzerUnusedFindings } from './analyzer-unused-findings.ts';

export const analyzerChecks: CheckGroup = {
  title: 'IAM Access Analyzer',
  checks: [analyzerExternal, analyzerExternalFindings, analyzerUnused, analyzerUnusedFindings],
};
