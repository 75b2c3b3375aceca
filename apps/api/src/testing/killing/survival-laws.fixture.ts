import { accountLaws } from './account-laws.fixture.ts';
import type { Evidence } from './evidence.fixture.ts';
import { noticeLaws } from './notice-laws.fixture.ts';
import { requestLaws } from './request-laws.fixture.ts';

/** What holds however often the service was killed; what is broken, a sentence each. */
export function brokenLaws(evidence: Evidence): readonly string[] {
  return [
    ...answerLaws(evidence),
    ...requestLaws(evidence),
    ...accountLaws(evidence),
    ...noticeLaws(evidence),
    ...(evidence.audit.kind === 'intact' ? [] : ['the chain of the audit log is broken']),
    ...evidence.stuck.map((what) => `stuck: ${what}`),
  ];
}

/** Whoever asks again with the same key is served in the end, and never told of a fault. */
function answerLaws({ told }: Evidence): readonly string[] {
  const faults = [...told.outcomes.keys()].filter((one) => /^500|bare$/.test(one));
  return [
    ...told.surprises.map((one) => `surprise: ${one}`),
    ...faults.map((one) => `answered ${one}, ${told.outcomes.get(one)} times`),
  ];
}
