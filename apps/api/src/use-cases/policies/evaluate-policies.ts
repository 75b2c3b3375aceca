import type { Schema } from '@rolecall/contract';
import { evaluateRequest, explainDecision, PolicyFormatError } from '@rolecall/policy';
import { problem } from '../../http/problem.ts';

/**
 * What policies decide about a request, and why.
 *
 * @throws Problem `policy-invalid` where one of them cannot be read
 */
export function evaluatePolicies({
  request,
  policies,
}: Schema<'EvaluationInput'>): Schema<'Evaluation'> {
  try {
    const evaluation = evaluateRequest(request, policies);
    const { decision, because, decidedBy, nearMisses } = explainDecision({
      evaluation,
      request,
      policies,
    });
    const { matched, reasons } = evaluation;
    return { decision, because, decidedBy, matched, reasons, nearMisses };
  } catch (error) {
    if (!(error instanceof PolicyFormatError)) throw error;
    throw problem('policy-invalid', { detail: error.message, cause: error });
  }
}
