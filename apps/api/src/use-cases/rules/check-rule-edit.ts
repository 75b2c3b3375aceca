import { RolecallError, readGuardrails } from '@rolecall/core';
import { parseArn } from '@rolecall/policy';
import { type ProblemItem, problem } from '../../http/problem.ts';
import type { ApprovalRule } from '../../model/records.ts';
import { personTrust } from '../../role-requests/person-trust.ts';
import type { RuleEdit } from './rule-edit.ts';

/**
 * Refuses what no schema can: rules that are called alike, more approvals than there are people,
 * guardrails with faults, principals that no role could trust.
 *
 * @throws Problem `body-invalid`, `guardrails-invalid`
 */
export function checkRuleEdit(edit: RuleEdit): void {
  if (edit.kind === 'guardrails') {
    checkGuardrails(edit.text);
    return;
  }
  const errors = faultsOf(edit);
  if (errors.length > 0) throw problem('body-invalid', { errors });
}

function faultsOf(edit: Exclude<RuleEdit, { kind: 'guardrails' }>): readonly ProblemItem[] {
  switch (edit.kind) {
    case 'approval-rules':
      return [...sameIds(edit.rules), ...edit.rules.flatMap(tooFewApprovers)];
    case 'eligibility-rules':
      return sameIds(edit.rules);
    case 'principal-mapping':
      return edit.principal === null ? [] : untrustable(edit.principal);
    // Looked at where it is proposed, with what is there.
    case 'account':
      return [];
    default:
      return edit satisfies never;
  }
}

function sameIds(rules: readonly { readonly id: string }[]): readonly ProblemItem[] {
  return rules.flatMap(({ id }, index) =>
    rules.findIndex((other) => other.id === id) === index
      ? []
      : [{ pointer: `/rules/${index}/id`, message: `"${id}" is there twice.` }],
  );
}

function tooFewApprovers({ outcome }: ApprovalRule, index: number): readonly ProblemItem[] {
  if (outcome.kind !== 'people') return [];
  const { approvers, needed } = outcome;
  const isGroupAmong = approvers.some((name) => name.startsWith('group:'));
  if (isGroupAmong || approvers.length >= needed) return [];
  const message = `${needed} have to approve, and ${approvers.length} may.`;
  return [{ pointer: `/rules/${index}/outcome/needed`, message }];
}

function checkGuardrails(text: string): void {
  try {
    readGuardrails('guardrails', text);
  } catch (error) {
    if (!(error instanceof RolecallError)) throw error;
    const { diagnostics = [] } = error.details;
    const errors = diagnostics.map(({ message, hint, position }) => ({
      pointer: '/text',
      message:
        position === undefined
          ? message
          : `line ${position.line}, column ${position.column}: ${message}`,
      ...(hint === undefined ? {} : { hint }),
    }));
    throw problem('guardrails-invalid', { errors, cause: error });
  }
}

function untrustable(
  principal: NonNullable<Extract<RuleEdit, { kind: 'principal-mapping' }>['principal']>,
): readonly ProblemItem[] {
  const arn = principal.kind === 'role-session' ? principal.roleArn : principal.arn;
  const partition = parseArn(arn)?.partition ?? 'aws';
  const trust = personTrust({ principal }, { partition });
  return trust.kind === 'fault' ? [{ pointer: '/principal', message: trust.message }] : [];
}
