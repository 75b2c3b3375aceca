import { administratorsInQuestion } from '../lockouts/plan-judged.ts';
import type { CollectRequest } from '../model/collect-request.ts';
import type { CheckSettings } from '../model/settings.ts';
import type { PartName, Snapshot } from '../model/snapshot.ts';
import type { Plan } from '../plan/plan.ts';
import type { AccountPort } from './account-port.ts';

export interface ReadAdministratorsInput {
  readonly port: Pick<AccountPort, 'collect'>;
  /** By which the snapshot was read. */
  readonly request: CollectRequest;
  readonly snapshot: Snapshot;
  readonly plan: Plan;
  readonly settings: CheckSettings;
}

const parts: readonly PartName[] = ['userCredentials', 'samlProviders', 'oidcProviders'];

/**
 * What the administrators have to sign in with, beside what was read; `undefined` where the plan takes
 * nothing from them, as most plans do. What may not be read stays unknown, and speaks for them.
 */
export async function readAdministrators(
  input: ReadAdministratorsInput,
): Promise<Snapshot | undefined> {
  const { port, request, snapshot, plan, settings } = input;
  const { planning } = request;
  const names = administratorsInQuestion(plan, { snapshot, settings });
  if (names === undefined || planning === undefined) return undefined;
  const leavingUserNames = [...new Set([...(planning.leavingUserNames ?? []), ...names])];
  const more = await port.collect({ parts, planning: { ...planning, leavingUserNames } });
  const { userCredentials, samlProviders, oidcProviders } = more.parts;
  return {
    ...snapshot,
    parts: {
      ...snapshot.parts,
      ...(userCredentials.status === 'known' && { userCredentials }),
      ...(samlProviders.status === 'known' && { samlProviders }),
      ...(oidcProviders.status === 'known' && { oidcProviders }),
    },
  };
}
