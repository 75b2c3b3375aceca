import { createService } from '../../service.ts';
import {
  type AccessAnalyzerInputs,
  type AccessAnalyzerOutputs,
  accessAnalyzerOperations,
  accessAnalyzerShapes,
} from '../../wire/access-analyzer-api.gen.ts';
import { authorizeRegional, regionalArn } from '../authorize-service.ts';
import { text } from '../iam-target.ts';
import { analyzerTagActions } from './analyzer-tags.ts';
import { analyzerActions } from './analyzers.ts';
import { archiveRuleActions } from './archive-rules.ts';
import { findingActions } from './findings.ts';
import { policyGenerationActions } from './policy-generations.ts';
import { tagContext } from './tag-context.ts';

/** IAM Access Analyzer. */
export const accessAnalyzerService = createService<AccessAnalyzerInputs, AccessAnalyzerOutputs>({
  name: 'access-analyzer',
  operations: accessAnalyzerOperations,
  shapes: accessAnalyzerShapes,
  handlers: {
    ...analyzerActions,
    ...analyzerTagActions,
    ...archiveRuleActions,
    ...findingActions,
    ...policyGenerationActions,
  },
  before: authorizeRegional({
    name: 'access-analyzer',
    actions: { ListFindingsV2: 'ListFindings' },
    resources: (call, input) => {
      const name = text(input, 'analyzerName');
      const arn = text(input, 'analyzerArn') ?? text(input, 'resourceArn');
      const rule = text(input, 'ruleName');
      if (arn !== undefined) return [arn];
      if (name === undefined) return [];
      const analyzer = regionalArn(call, 'access-analyzer', `analyzer/${name}`);
      return [rule === undefined ? analyzer : `${analyzer}/archive-rule/${rule}`];
    },
    context: tagContext,
  }),
});
