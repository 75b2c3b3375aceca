import type { Guardrails } from '../guardrails/guardrails.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { type DesiredOf, resourceKey } from '../model/resource.ts';
import type { SignInCall } from '../plan/calls.ts';
import { toOperations } from '../plan/operation.ts';
import type { Change } from '../plan/plan.ts';
import type { AccountPort } from './account-port.ts';
import { judgePlanned, refuseGuarded } from './judge-planned.ts';
import { planManifest } from './plan-manifest.ts';

export interface JudgeSignInInput {
  readonly port: Pick<AccountPort, 'identify' | 'collect'>;
  readonly manifest: Manifest;
  readonly guardrails: Guardrails;
  readonly user: DesiredOf<'user'>;
  /** As it is in the account. */
  readonly arn: string;
  /** What is about to be done; a plan would say the same of it. */
  readonly call: SignInCall;
}

/**
 * Judges the exchange of a password or key as a plan that does nothing else. Fails
 * (`GUARDRAIL_REFUSED`) with every refusal, if there is one.
 */
export async function judgeSignIn(input: JudgeSignInInput): Promise<void> {
  const { port, manifest, guardrails, user, arn, call } = input;
  const planned = await planManifest({
    ...{ port, manifest, guardrails: guardrails.digest },
    includeRetired: true,
  });
  const resource = resourceKey(user);
  const { type, name, address, position } = user;
  const draft = { call, facet: 'signIn', before: null, after: null };
  const change: Change = {
    ...{ kind: 'update', resource, type, name, arn, address, position },
    ...{ dependsOn: [], declared: null, warnings: [] },
    operations: toOperations(resource, [draft]),
  };
  const plan = { ...planned.plan, changes: [change] };
  refuseGuarded(judgePlanned({ ...planned, plan }, guardrails), guardrails);
}
