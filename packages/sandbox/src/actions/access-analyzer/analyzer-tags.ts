import type { Call } from '../../authorization.ts';
import { refuse } from '../../aws-error.ts';
import type { Handlers } from '../../service.ts';
import type * as api from '../../wire/access-analyzer-api.gen.ts';
import { analyzersHere } from './analyzers.ts';
import { newTags } from './new-tags.ts';

export const analyzerTagActions = {
  TagResource: (call, { resourceArn, tags }) => {
    const analyzer = byArn(call, resourceArn);
    analyzer.tags = newTags({ ...analyzer.tags, ...tags });
    return {};
  },
  UntagResource: (call, { resourceArn, tagKeys }) => {
    const analyzer = byArn(call, resourceArn);
    analyzer.tags = Object.fromEntries(
      Object.entries(analyzer.tags).filter(([key]) => !tagKeys.includes(key)),
    );
    return {};
  },
} satisfies Handlers<api.AccessAnalyzerInputs, api.AccessAnalyzerOutputs>;

function byArn(call: Call, arn: string) {
  return (
    analyzersHere(call).find((one) => one.arn === arn) ??
    refuse('ResourceNotFoundException', `Resource ${arn} not found.`)
  );
}
