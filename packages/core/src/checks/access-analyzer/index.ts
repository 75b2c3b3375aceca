import type { CheckGroup } from '../check-group.ts';

export const analyzerChecks: CheckGroup = {
  title: 'IAM Access Analyzer',
  checks: [],
};
