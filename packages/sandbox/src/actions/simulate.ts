import { PolicyFormatError, parseArn, readPolicy } from '@rolecall/policy';
import type { Account } from '../account/account.ts';
import { arnOf } from '../account/arn.ts';
import type { Group, Role, User } from '../account/entities.ts';
import { type HeldPolicy, heldPolicy } from '../account/held-policies.ts';
import type { Call } from '../authorization.ts';
import { evaluateHeld, type HeldPolicies, heldBy } from '../authorize-by-policies.ts';
import { refuse } from '../aws-error.ts';
import { callerContext, type RequestContext } from '../request-context.ts';
import type * as api from '../wire/iam-api.gen.ts';
import type { IamHandlers } from './iam-handlers.ts';
import { missingContextKeys } from './missing-context-keys.ts';
import { pageOf } from './page.ts';
import { showEvaluation, showOverruled } from './show-simulation.ts';

export const simulateActions = {
  /**
   * By the policies that the principal has and those of the request. What faults and `authorize`
   * say of real calls they say here too.
   */
  SimulatePrincipalPolicy: (call, input) => {
    const { account } = call;
    const { PolicySourceArn, CallerArn = PolicySourceArn } = input;
    const held = heldBy(account, findHolder(account, PolicySourceArn));
    return simulate(call, input, {
      caller: CallerArn,
      overrule: (asked) => call.overrule({ ...asked, caller: PolicySourceArn }),
      held: {
        ...held,
        identity: [...held.identity, ...inputPolicies(input.PolicyInputList, 'PolicyInputList')],
        boundary: boundaryIn(input) ?? held.boundary,
      },
    });
  },
  SimulateCustomPolicy: (call, input) =>
    simulate(call, input, {
      caller: input.CallerArn ?? '',
      overrule: () => undefined,
      held: {
        identity: inputPolicies(input.PolicyInputList, 'PolicyInputList'),
        boundary: boundaryIn(input),
      },
    }),
} satisfies IamHandlers;

type Input = Omit<api.SimulateCustomPolicyRequest, 'PolicyInputList'>;

interface Simulation {
  readonly caller: string;
  readonly overrule: Call['overrule'];
  readonly held: HeldPolicies;
}

function simulate(
  call: Call,
  input: Input,
  { caller, overrule, held: given }: Simulation,
): api.SimulatePolicyResponse {
  const { account } = call;
  const { ActionNames, ResourceArns = ['*'] } = input;
  const [resource] = inputPolicies(input.ResourcePolicy, 'ResourcePolicy');
  const owner = input.ResourceOwner ?? caller;
  const held = {
    ...given,
    resource,
    resourceOwner: parseArn(owner)?.account ?? input.ResourceOwner,
  };
  const context = contextOf(account, caller, input.ContextEntries);
  const questions = ActionNames.flatMap((action) =>
    ResourceArns.map((one) => ({ caller, action, resource: one, context })),
  );
  const { items, rest } = pageOf(call, input, questions);
  const results = items.map((question) => {
    const overruled = overrule(question);
    if (overruled !== undefined) return showOverruled(question, overruled);
    return {
      ...showEvaluation(question, evaluateHeld(account, question, held), held),
      MissingContextValues: missingContextKeys(account, question, held),
    };
  });
  return { EvaluationResults: results, ...rest };
}

/** What tells who calls is known; of the rest only what the request says. */
function contextOf(
  account: Account,
  caller: string,
  entries: readonly api.ContextEntry[] = [],
): RequestContext {
  const given = entries.map(
    ({ ContextKeyName = '', ContextKeyValues = [] }): [string, readonly string[]] => [
      ContextKeyName,
      ContextKeyValues,
    ],
  );
  const names = new Set(given.map(([name]) => name.toLowerCase()));
  const known = caller === '' ? {} : callerContext(account, caller);
  return Object.fromEntries([
    ...given,
    ...Object.entries(known).filter(([name]) => !names.has(name.toLowerCase())),
  ]);
}

function findHolder(account: Account, arn: string): User | Group | Role {
  const holders = [
    ...account.users.values(),
    ...account.groups.values(),
    ...account.roles.values(),
  ];
  const holder = holders.find((one) => arnOf(account, one) === arn);
  return holder ?? refuse('NoSuchEntity', `The entity with ARN ${arn} cannot be found.`);
}

function boundaryIn({ PermissionsBoundaryPolicyInputList: given = [] }: Input) {
  if (given.length > 1) refuse('InvalidInput', 'There can be only one permissions boundary.');
  return inputPolicies(given, 'PermissionsBoundaryPolicyInputList')[0];
}

function inputPolicies(
  given: readonly string[] | string | undefined,
  name: string,
): readonly HeldPolicy[] {
  const texts = typeof given === 'string' ? [given] : (given ?? []);
  return texts.map((text, index) => {
    checkForm(text);
    if (typeof given === 'string') return heldPolicy({ id: name, type: 'resource' }, text);
    return heldPolicy({ id: `${name}.${index + 1}`, type: 'none' }, text);
  });
}

function checkForm(text: string): void {
  try {
    readPolicy(text);
  } catch (error) {
    if (!(error instanceof PolicyFormatError)) throw error;
    refuse('InvalidInput', `Syntax errors in policy: ${error.message}`);
  }
}
