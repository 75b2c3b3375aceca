import type { Handlers } from '../../service.ts';
import type {
  AccessAnalyzerInputs,
  AccessAnalyzerOutputs,
} from '../../wire/access-analyzer-api.gen.ts';
import { tokenPage } from '../page.ts';

export const policyGenerationActions = {
  /** Newest first. */
  ListPolicyGenerations: (call, { principalArn, nextToken, maxResults }) => {
    const jobs = call.account.policyGenerations
      .filter(({ region }) => region === call.region)
      .filter((job) => principalArn === undefined || job.principalArn === principalArn)
      .toSorted((a, b) => b.startedAt.localeCompare(a.startedAt));
    const { items, next } = tokenPage(call, { token: nextToken, size: maxResults }, jobs);
    return {
      policyGenerations: items.map(({ id, principalArn: of, status, startedAt }) => ({
        jobId: id,
        principalArn: of,
        status,
        startedOn: startedAt,
        completedOn: status === 'IN_PROGRESS' ? undefined : startedAt,
      })),
      nextToken: next,
    };
  },
} satisfies Handlers<AccessAnalyzerInputs, AccessAnalyzerOutputs>;
