import type { Evaluation } from '@rolecall/policy';
import type { AuthorizationDecision, AuthorizationRequest } from '../authorization.ts';
import type { HeldPolicies } from '../authorize-by-policies.ts';
import type * as api from '../wire/iam-api.gen.ts';
import { matchedStatements } from './matched-statements.ts';

type Question = Pick<AuthorizationRequest, 'action' | 'resource'>;

/** What the policies decide. */
export function showEvaluation(
  { action, resource }: Question,
  { decision, matched, reasons }: Evaluation,
  held: HeldPolicies,
): api.EvaluationResult {
  const boundary = reasons.find(({ layer }) => layer === 'boundary');
  return {
    EvalActionName: action,
    EvalResourceName: resource,
    EvalDecision: decision,
    MatchedStatements: matchedStatements(matched, held),
    PermissionsBoundaryDecisionDetail: boundary && {
      AllowedByPermissionsBoundary: boundary.outcome === 'allows',
    },
  };
}

/** What is decided whatever the policies say. */
export function showOverruled(
  { action, resource }: Question,
  decision: AuthorizationDecision,
): api.EvaluationResult {
  const by = decision === 'allowed' ? undefined : decision.by;
  return {
    EvalActionName: action,
    EvalResourceName: resource,
    EvalDecision: wordOf(decision),
    MatchedStatements: [],
    MissingContextValues: [],
    PermissionsBoundaryDecisionDetail:
      by === 'permissions boundary' ? { AllowedByPermissionsBoundary: false } : undefined,
    OrganizationsDecisionDetail:
      by === 'service control policy' ? { AllowedByOrganizations: false } : undefined,
  };
}

function wordOf(decision: AuthorizationDecision): api.EvaluationResult['EvalDecision'] {
  if (decision === 'allowed') return 'allowed';
  return decision.kind === 'explicit' ? 'explicitDeny' : 'implicitDeny';
}
