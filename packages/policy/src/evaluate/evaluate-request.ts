import { type AccessRequest, normaliseRequest } from './access-request.ts';
import { askLayer, reasonOf } from './ask-layer.ts';
import { decideAccess } from './decide-access.ts';
import type { Evaluation } from './evaluation.ts';
import { layersInForce } from './layers-in-force.ts';
import type { MatchOptions } from './match-options.ts';
import type { PolicySet } from './policy-set.ts';
import { partiesOf } from './request-parties.ts';

/**
 * What all policies together decide about a request. An explicit deny in any layer in force wins;
 * without one, the layers have to grant (`decideAccess`). Whether the principal has a boundary is
 * read off the policies, not off the options.
 * Source: IAM User Guide, "Policy evaluation logic".
 * @throws PolicyFormatError
 */
export function evaluateRequest(
  accessRequest: AccessRequest,
  policies: PolicySet,
  options: MatchOptions = {},
): Evaluation {
  const request = normaliseRequest(accessRequest);
  const parties = partiesOf(request, policies);
  const boundaryAttached = parties.iamPrincipal && policies.boundary !== undefined;
  const layers = layersInForce(policies, { request, parties }).map((documents) =>
    askLayer(documents, request, { ...options, boundaryAttached }),
  );
  const reasons = layers.map(reasonOf);
  const matched = reasons.flatMap(({ statements }) => statements);
  const deny = matched.find(({ effect }) => effect === 'Deny');
  if (deny !== undefined) return { decision: 'explicitDeny', decidedBy: deny, matched, reasons };
  const decided = decideAccess({
    principal: request.principal,
    resourceKind: policies.resourceKind ?? 'other',
    parties,
    layers,
    options,
  });
  return decided.granted
    ? { decision: 'allowed', decidedBy: decided.grant, matched, reasons }
    : { decision: 'implicitDeny', decidedBy: decided.refusal, matched, reasons };
}
