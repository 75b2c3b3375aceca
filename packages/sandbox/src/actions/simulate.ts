import { arnOf } from '../account/arn.ts';
import type { AuthorizationDenial } from '../authorization.ts';
import { refuse } from '../aws-error.ts';
import type * as api from '../wire/iam-api.gen.ts';
import type { IamHandlers } from './iam-handlers.ts';
import { pageOf } from './page.ts';

export const simulateActions = {
  /** Decided by the same place as real calls; policies given in the request are not looked at. */
  SimulatePrincipalPolicy: (call, input) => {
    const { account } = call;
    const { PolicySourceArn, ActionNames, ResourceArns = ['*'] } = input;
    const entities = [
      ...account.users.values(),
      ...account.groups.values(),
      ...account.roles.values(),
    ];
    if (!entities.some((entity) => arnOf(account, entity) === PolicySourceArn)) {
      refuse('NoSuchEntity', `The entity with ARN ${PolicySourceArn} cannot be found.`);
    }
    const context = Object.fromEntries(
      (input.ContextEntries ?? []).map(({ ContextKeyName = '', ContextKeyValues = [] }) => [
        ContextKeyName,
        ContextKeyValues,
      ]),
    );
    const questions = ActionNames.flatMap((action) =>
      ResourceArns.map((resource) => ({ action, resource })),
    );
    const { items, rest } = pageOf(call, input, questions);
    const results = items.map(({ action, resource }) =>
      show(
        { action, resource },
        call.decide({ caller: PolicySourceArn, action, resource, context }),
      ),
    );
    return { EvaluationResults: results, ...rest };
  },
} satisfies IamHandlers;

function show(
  { action, resource }: { readonly action: string; readonly resource: string },
  decision: 'allowed' | AuthorizationDenial,
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

function wordOf(decision: 'allowed' | AuthorizationDenial): api.EvaluationResult['EvalDecision'] {
  if (decision === 'allowed') return 'allowed';
  return decision.kind === 'explicit' ? 'explicitDeny' : 'implicitDeny';
}
