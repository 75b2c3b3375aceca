import type { ActionData } from '../actions/action-data.ts';
import { bundledActionData } from '../actions/bundled-action-data.ts';
import type { Policy, Statement } from '../language/policy.ts';
import { type PolicySource, readPolicy } from '../language/read-policy.ts';
import { describeActions, type VerbForm } from './describe-actions.ts';
import { describeCondition } from './describe-condition.ts';
import { describePrincipals } from './describe-principals.ts';
import { describeResources } from './describe-resources.ts';
import { variableNotes } from './variable-notes.ts';

/** One statement of a policy in plain words. */
export interface StatementExplanation {
  /** Place among the policy's statements, from 0. */
  readonly statement: number;
  readonly sid: string | undefined;
  readonly effect: Statement['effect'];
  /** Who may do what to which resources, without the conditions and without a full stop. */
  readonly summary: string;
  /** Clauses that all have to hold. */
  readonly conditions: readonly string[];
  /** What variables stand for, and what is easily overlooked; sentences. */
  readonly notes: readonly string[];
  /** All of it but the notes. */
  readonly sentence: string;
}

export interface ExplainOptions {
  /** Names of services and access levels of actions; bundled data by default. */
  readonly data?: ActionData | undefined;
}

/**
 * A policy in plain sentences, statement by statement, in its own order. Says what each statement
 * does by itself; what policies do together is for `evaluateRequest` and `compareAccess`.
 * @throws PolicyFormatError
 */
export function explainPolicy(
  source: PolicySource,
  { data = bundledActionData() }: ExplainOptions = {},
): readonly StatementExplanation[] {
  const policy = readPolicy(source);
  return policy.statements.map((statement) => explainStatement(statement, policy, data));
}

function explainStatement(
  statement: Statement,
  { version }: Policy,
  data: ActionData,
): StatementExplanation {
  const { index, sid, effect } = statement;
  const summary = summarize(statement, data);
  const conditions = statement.conditions.map((condition) => describeCondition(condition, version));
  const when =
    conditions.length === 0
      ? ''
      : `${effect === 'Allow' ? ', but only' : ''} if ${conditions.join('; and ')}`;
  return {
    statement: index,
    sid,
    effect,
    summary,
    conditions,
    notes: [...variableNotes(statement, version), ...warningsOf(statement)],
    sentence: `${summary}${when}.`,
  };
}

function summarize(statement: Statement, data: ActionData): string {
  const { effect, principal, resource } = statement;
  const assuming = principal !== undefined && resource === undefined && isAssuming(statement);
  const actions = (form: VerbForm): string =>
    assuming
      ? `assume the role (${statement.action.patterns.join(', ')})`
      : `${describeActions(statement.action, { form, data })} on ${describeResources(resource)}`;
  if (principal === undefined)
    return `${effect === 'Allow' ? 'Allows' : 'Denies'} ${actions('gerund')}`;
  const who = describePrincipals(principal, effect);
  return `${effect === 'Allow' ? 'Lets' : 'Forbids'} ${who} ${effect === 'Allow' ? '' : 'to '}${actions('infinitive')}`;
}

const assumeActions: ReadonlySet<string> = new Set([
  'sts:assumerole',
  'sts:assumerolewithwebidentity',
  'sts:assumerolewithsaml',
]);

function isAssuming({ action: { negated, patterns } }: Statement): boolean {
  return (
    !negated &&
    patterns.length > 0 &&
    patterns.every((pattern) => assumeActions.has(pattern.toLowerCase()))
  );
}

/** Source: IAM User Guide, "IAM JSON policy elements: NotAction", "... NotPrincipal". */
function warningsOf({ effect, action, principal }: Statement): readonly string[] {
  const warnings: string[] = [];
  if (action.negated && effect === 'Allow')
    warnings.push('Actions that AWS adds later, and services still to come, are allowed too.');
  if (principal?.negated === true && effect === 'Deny')
    warnings.push(
      'A role or session escapes this Deny only if its account, role and session are all listed.',
    );
  return warnings;
}
