import {
  type TrialPerson,
  trialAccount,
  trialApproval,
  trialEligibility,
  trialMappings,
  trialPeople,
} from '../config/trial.ts';
import { mintApiToken, type RandomBytes } from '../identity/api-tokens.ts';
import type { Store } from '../storage/store.ts';
import { serviceActor } from './service-actor.ts';

export interface TrialToken {
  readonly name: string;
  readonly may: string;
  /** Shown once. */
  readonly token: string;
}

const tokenDays = 30;

/**
 * Puts what is for trying into a service that has no account yet: an account in memory, rules, and a
 * token for each of two people. Gives no tokens where something was there already.
 */
export async function seedTrial(
  store: Store,
  tools: {
    readonly now: () => Date;
    readonly random: RandomBytes;
    readonly newId: () => string;
  },
): Promise<readonly TrialToken[]> {
  const at = tools.now().toISOString();
  const made = Object.values<TrialPerson>(trialPeople).map((person) => mintFor(person, tools));
  return store.transaction(async (tx) => {
    if ((await tx.accounts.list({ limit: 1 })).length > 0) return [];
    if ((await tx.accounts.insert({ ...trialAccount, createdAt: at })) === 'exists') return [];
    for (const mapping of trialMappings) await tx.principalMappings.put(mapping);
    await tx.eligibilityRules.replaceIf(0, trialEligibility);
    await tx.approvalRules.replaceIf(0, trialApproval);
    for (const { record } of made) await tx.apiTokens.insert(record);
    tx.audit({
      at,
      actor: serviceActor,
      type: 'trial.seeded',
      subject: `accounts/${trialAccount.id}`,
      accountId: trialAccount.id,
      data: { tokens: made.map(({ record }) => record.id) },
    });
    return made.map(({ name, may, token }) => ({ name, may, token }));
  });
}

function mintFor({ actor, groups, may }: TrialPerson, tools: Parameters<typeof seedTrial>[1]) {
  const { now, random, newId } = tools;
  const expiresAt = new Date(now().getTime() + tokenDays * 86_400_000).toISOString();
  const minted = mintApiToken(
    {
      id: newId(),
      name: `trial: ${actor.name}`,
      person: { actor, groups },
      scopes: null,
      createdBy: serviceActor,
      expiresAt,
    },
    { random, now },
  );
  return { ...minted, name: actor.name, may };
}
