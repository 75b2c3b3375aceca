import {
  type ContextEntry,
  type EvaluationResult,
  GetRoleCommand,
  type IAMClient,
  SimulatePrincipalPolicyCommand,
} from '@aws-sdk/client-iam';
import {
  type Caller,
  type Denial,
  known,
  type Part,
  RolecallError,
  type SimulationRequest,
  unknown,
} from '@rolecall/core';
import { canonicalJson, parseArn } from '@rolecall/policy';
import { ask, required } from './ask.ts';
import { mapLimit } from './collect/map-limit.ts';
import { readPages } from './collect/read-pages.ts';

const action = 'iam:SimulatePrincipalPolicy';

/**
 * Asks IAM's simulator which of the requests the caller may not do. Unknown where the simulator does not
 * answer, be it for lack of permission or because an emulator has none.
 */
export async function simulateCalls(
  iam: IAMClient,
  caller: Caller,
  requests: readonly SimulationRequest[],
): Promise<Part<readonly Denial[]>> {
  try {
    const principal = await principalOf(iam, caller);
    const batches = batchesOf(requests);
    const answers = await mapLimit(batches, (batch) => simulate(iam, principal, batch));
    return known(answers.flat());
  } catch (error) {
    if (!(error instanceof RolecallError)) throw error;
    const { code, message, details } = error;
    return unknown({ code, message, permission: details.action });
  }
}

/** A session's ARN has lost the role's path, so the role itself says what its ARN is. */
async function principalOf(iam: IAMClient, { arn }: Caller): Promise<string> {
  const session = /^assumed-role\/([^/]+)\//.exec(parseArn(arn)?.resource ?? '');
  const RoleName = session?.[1];
  if (RoleName === undefined) return arn;
  const answer = await ask('iam:GetRole', () => iam.send(new GetRoleCommand({ RoleName })));
  return required(answer.Role?.Arn, 'iam:GetRole', 'Arn');
}

interface Batch {
  readonly action: string;
  readonly resources: readonly string[];
  readonly context: SimulationRequest['context'];
}

/** Requests that differ only in the resource go into one call. */
function batchesOf(requests: readonly SimulationRequest[]): readonly Batch[] {
  const batches = Map.groupBy(requests, (request) =>
    canonicalJson([request.action, request.context]),
  );
  return [...batches.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const resources = [...new Set(group.map(({ resource }) => resource))];
    return [{ action: first.action, context: first.context, resources }];
  });
}

async function simulate(
  iam: IAMClient,
  principal: string,
  { action: simulated, resources, context }: Batch,
): Promise<readonly Denial[]> {
  const pages = await readPages({
    action,
    fetch: (marker) => {
      const command = new SimulatePrincipalPolicyCommand({
        PolicySourceArn: principal,
        ActionNames: [simulated],
        ResourceArns: [...resources],
        ContextEntries: Object.entries(context).map(contextEntry),
        ...marker,
      });
      return ask(action, () => iam.send(command));
    },
  });
  return pages
    .flatMap((page) => required(page.EvaluationResults, action, 'EvaluationResults'))
    .flatMap((result) => denialOf(result, simulated));
}

/** Condition keys with several values. */
const lists: ReadonlySet<string> = new Set(['account:AlternateContactTypes', 'aws:TagKeys']);

function contextEntry([ContextKeyName, values]: [string, readonly string[]]): ContextEntry {
  const isList = lists.has(ContextKeyName);
  return {
    ContextKeyName,
    ContextKeyValues: [...values],
    ContextKeyType: isList ? 'stringList' : 'string',
  };
}

function denialOf(result: EvaluationResult, simulated: string): readonly Denial[] {
  const decision = required(result.EvalDecision, action, 'EvalDecision');
  if (decision === 'allowed') return [];
  const undecided = (result.MissingContextValues ?? []).length > 0;
  return [
    {
      action: simulated,
      resource: result.EvalResourceName ?? '*',
      decision: undecided ? 'undecided' : decision,
    },
  ];
}
