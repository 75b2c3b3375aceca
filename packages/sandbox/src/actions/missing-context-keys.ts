import type { Account } from '../account/account.ts';
import { type HeldPolicy, heldPolicy } from '../account/held-policies.ts';
import type { AuthorizationRequest } from '../authorization.ts';
import { evaluateHeld, type HeldPolicies } from '../authorize-by-policies.ts';
import { isObject, type JsonObject, listOf, parseObject } from '../documents/json.ts';

type Question = Omit<AuthorizationRequest, 'resourcePolicy'>;

/** The keys that conditions ask for, of statements about the action and resource, and nobody gave. */
export function missingContextKeys(
  account: Account,
  question: Question,
  held: HeldPolicies,
): readonly string[] {
  const { identity, boundary, resource } = held;
  const given = new Set(Object.keys(question.context).map((key) => key.toLowerCase()));
  const missing = new Map<string, string>();
  for (const key of [...identity, ...listOfOne(boundary), ...listOfOne(resource)].flatMap(
    (policy) => keysOf(account, question, policy),
  )) {
    if (!given.has(key.toLowerCase())) missing.set(key.toLowerCase(), key);
  }
  return [...missing.values()];
}

/** Statements that apply once their conditions are gone are about the action and the resource. */
function keysOf(account: Account, question: Question, policy: HeldPolicy): readonly string[] {
  const { statements } = policy.policy;
  if (statements.every(({ conditions }) => conditions.length === 0)) return [];
  const unconditional = heldPolicy(
    { id: policy.id, type: 'none' },
    withoutConditions(policy.text()),
  );
  const { matched } = evaluateHeld(account, question, { identity: [unconditional] });
  return matched.flatMap(({ statement }) =>
    (statements[statement]?.conditions ?? []).map(({ key }) => key),
  );
}

function withoutConditions(text: string): string {
  const document: JsonObject = parseObject(text) ?? {};
  const statements = listOf(document['Statement']).filter(isObject);
  return JSON.stringify({
    ...document,
    Statement: statements.map((statement) =>
      Object.fromEntries(Object.entries(statement).filter(([name]) => name !== 'Condition')),
    ),
  });
}

function listOfOne(policy: HeldPolicy | undefined): readonly HeldPolicy[] {
  return policy === undefined ? [] : [policy];
}
