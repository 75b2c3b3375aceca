import { createService } from '../../service.ts';
import {
  type AccessAnalyzerInputs,
  type AccessAnalyzerOutputs,
  accessAnalyzerOperations,
  accessAnalyzerShapes,
} from '../../wire/access-analyzer-api.gen.ts';
import { authorizeRegional, regionalArn } from '../authorize-service.ts';
import { text } from '../iam-target.ts';
import { analyzerActions } from './analyzers.ts';
import { findingActions } from './findings.ts';
import { policyGenerationActions } from './policy-generations.ts';

/** IAM Access Analyzer. */
export const accessAnalyzerService = createService<AccessAnalyzerInputs, AccessAnalyzerOutputs>({
  name: 'access-analyzer',
  operations: accessAnalyzerOperations,
  shapes: accessAnalyzerShapes,
  handlers: { ...analyzerActions, ...findingActions, ...policyGenerationActions },
  before: authorizeRegional({
    name: 'access-analyzer',
    actions: { ListFindingsV2: 'ListFindings' },
    resources: (call, input) => {
      const name = text(input, 'analyzerName');
      const arn = text(input, 'analyzerArn');
      if (arn !== undefined) return [arn];
      return name === undefined ? [] : [regionalArn(call, 'access-analyzer', `analyzer/${name}`)];
    },
  }),
});
