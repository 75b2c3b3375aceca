import type { AccessRequest } from '../evaluate/access-request.ts';
import { type NormalisedRequest, normaliseRequest } from '../evaluate/access-request.ts';
import { type Decision, decideDocuments } from '../evaluate/decide-documents.ts';
import type { MatchOptions } from '../evaluate/match-options.ts';
import type { AccessModel } from './access-model.ts';

/** How the old policies refuse the request. */
export type OldDecision = Exclude<Decision, 'allowed'>;

/**
 * Asks the evaluator, which shares no code with the search, what both sides say of a request: how
 * the old one refuses it when the new one allows it, otherwise `undefined`.
 */
export function confirmWitness(
  request: AccessRequest,
  { old, next }: { readonly old: AccessModel; readonly next: AccessModel },
): OldDecision | undefined {
  const normalised = normaliseRequest(request);
  if (decideLayers(next, normalised) !== 'allowed') return undefined;
  const decision = decideLayers(old, normalised);
  return decision === 'allowed' ? undefined : decision;
}

/** As the documented reading of the comparison is: in reference policies wildcards are patterns. */
const documented: MatchOptions = { principalWildcards: 'patterns' };

function decideLayers({ layers }: AccessModel, request: NormalisedRequest): Decision {
  const decisions = layers.map(
    (policies) => decideDocuments(policies, request, documented).decision,
  );
  if (decisions.includes('explicitDeny')) return 'explicitDeny';
  return decisions.includes('implicitDeny') ? 'implicitDeny' : 'allowed';
}
