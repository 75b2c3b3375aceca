import type { Risk, RiskInput } from './find-risks.ts';

/** Principals that were there and may do more, and those of whom nothing can be said. */
export function grantRisks({ access }: RiskInput): readonly Risk[] {
  return access.flatMap(({ arn, aspect, change, result, causes }): readonly Risk[] => {
    switch (result.verdict) {
      case 'none':
        return [];
      case 'grants':
        if (aspect === 'trust' || change !== 'kept') return [];
        return [
          {
            kind: 'granted',
            severity: 'medium',
            arn,
            text: 'May do what it could not do before.',
            witness: result.witness,
            causes,
          },
        ];
      case 'undecided':
      case 'unread':
        return [
          {
            kind: 'undecided',
            severity: 'high',
            arn,
            text:
              result.verdict === 'unread'
                ? `Whether it may do more is not known: ${result.unread.join(', ')} could not be read.`
                : `Whether it ${aspect === 'trust' ? 'trusts more' : 'may do more'} is not decided: ${result.reason.kind === 'unreadable' ? 'a policy cannot be read.' : result.reason.message}`,
            witness: undefined,
            causes,
          },
        ];
      default:
        return result satisfies never;
    }
  });
}
