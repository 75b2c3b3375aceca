import { evaluateRequest, explainRefusal, type Witness } from '@rolecall/policy';
import { describePlace, type PolicySide } from './policy-side.ts';

/** Why policies do not allow a request, e.g. `denied by inline policy guard, statement 1`. */
export function describeRefusal(
  side: PolicySide,
  { request, oldDecision }: Pick<Witness, 'request' | 'oldDecision'>,
): string {
  const { denies } = explainRefusal(side.sources, request);
  const [deny] = denies;
  if (oldDecision === 'explicitDeny' && deny !== undefined)
    return `denied by ${describePlace(side, deny)}`;
  const { boundary } = side;
  const policies = side.sources.filter((_, index) => index !== boundary);
  if (boundary !== undefined && isAllowed(policies, request))
    return `held back by ${side.names[boundary] ?? 'the permissions boundary'}`;
  // A boundary comes last, so that the numbers of the others stay.
  const [near] = explainRefusal(policies, request).nearMisses;
  if (near === undefined) return 'no statement allowed the action';
  return `not allowed; nearest was ${describePlace(side, near)}. ${near.reasons.join(' ')}`;
}

function isAllowed(identity: PolicySide['sources'], request: Witness['request']): boolean {
  return evaluateRequest(request, { identity }).decision === 'allowed';
}
