import {
  asList,
  type Json,
  type PolicyDocument,
  type PolicyStatement,
  statementsOf,
} from '@rolecall/policy';
import { policyDocumentSchema } from '../model/policy-schema.ts';

export interface Audience {
  /** ARN of the OIDC provider. */
  readonly provider: string;
  readonly audience: string;
}

/**
 * The trust with a test of the audience in each statement that allows the provider and has none.
 * With a provider that takes tokens for this audience only, it lets in whom it let in before.
 */
function withAudience(trust: PolicyDocument, wanted: Audience): PolicyDocument {
  return { ...trust, Statement: statementsOf(trust).map((one) => testAudience(one, wanted)) };
}

function testAudience(statement: PolicyStatement, { provider, audience }: Audience) {
  const { Effect, Principal, Condition = {} } = statement;
  if (Effect !== 'Allow' || typeof Principal !== 'object') return statement;
  const federated = asList(Principal['Federated']);
  if (!federated.includes(provider) || federated.length > 1) return statement;
  const key = `${provider.slice(provider.indexOf(':oidc-provider/') + ':oidc-provider/'.length)}:aud`;
  const isTested = Object.values(Condition).some((test) =>
    Object.keys(test).some((name) => name.toLowerCase() === key.toLowerCase()),
  );
  if (isTested) return statement;
  const { StringEquals = {} } = Condition;
  return {
    ...statement,
    Condition: { ...Condition, StringEquals: { ...StringEquals, [key]: audience } },
  };
}

/** The state of a trust with the audience added; undefined where `state` is no trust. */
export function stateWithAudience(state: Json, wanted: Audience): Json | undefined {
  const trust = policyDocumentSchema.safeParse(state);
  return trust.success ? policyState(withAudience(trust.data, wanted)) : undefined;
}

/** A policy document as a state: absent members go. */
export function policyState(document: PolicyDocument): Json {
  return JSON.parse(JSON.stringify(document));
}
