import { type Delivery, RolecallError, type Secret } from '@rolecall/core';
import type { Kept } from './delivery.ts';
import { generatePassword } from './generate-password.ts';
import { awsDefaultRules, passwordFaults } from './password-rules.ts';
import { setPassword } from './set-password.ts';
import { recipientsOf, type SignInWorld } from './world.ts';

export interface PasswordRequest {
  readonly user: string;
  readonly to: Delivery;
  readonly mustChange: boolean;
  readonly switchRoles: readonly string[];
  /**
   * Whether the user has a password, which this one takes the place of. It does so too where one
   * turns up that was not there: it may be what a lost answer left, and nobody else's.
   */
  readonly replaces: boolean;
  /** Made up where left out. */
  readonly chosen?: Secret | undefined;
}

/**
 * Chooses, encrypts, keeps, and only then makes it the user's password. Wherever this ends, either
 * nothing is live, or what is live can be read by those it is for.
 */
export async function deliverPassword(request: PasswordRequest, world: SignInWorld): Promise<void> {
  const { user, to, mustChange, switchRoles, replaces } = request;
  const { port, delivery, account, partition, now, onDelivered } = world;
  await delivery.probe(to);
  const alias = await port.accountAlias();
  const password = await choose(request, world, [user, account, ...(alias ? [alias] : [])]);
  const createdAt = now().toISOString();
  const about = { account, partition, alias, user, createdAt };
  const kept = await delivery.keep(to, {
    ...about,
    kind: 'password',
    password,
    mustChange,
    switchRoles,
  });
  await setPassword({ user, given: { password, mustChange }, replaces, kept }, world);
  const place = await kept.settle().catch((error) => {
    throw unsettled(user, error, kept);
  });
  onDelivered({ user, kind: 'password', place, recipients: recipientsOf(to) });
}

async function choose(
  { chosen }: PasswordRequest,
  { port, random }: SignInWorld,
  avoid: readonly string[],
): Promise<Secret> {
  const rules = (await port.passwordPolicy()) ?? awsDefaultRules;
  if (chosen === undefined) return generatePassword({ rules, avoid, random });
  const faults = passwordFaults(chosen.reveal(), rules, avoid);
  if (faults.length === 0) return chosen;
  throw new RolecallError('PARAMETER_INVALID', `The password ${faults.join(', and ')}.`, {
    hint: 'Choose another, or leave it out to have one made up.',
  });
}

/** What could not be settled holds all the same, and somebody has to know where it lies. */
function unsettled(user: string, error: unknown, { place }: Kept): unknown {
  if (!(error instanceof RolecallError)) return error;
  const { hint } = error.details;
  if (error.code === 'CONFLICT') {
    return new RolecallError(
      'APPLY_INCOMPLETE',
      `Whether the new password of ${user} holds is not known; ${place} has it. ${error.message}`,
      { cause: error, hint },
    );
  }
  return new RolecallError(
    'APPLY_INCOMPLETE',
    `The new password of ${user} holds, and lies in ${place}. ${error.message}`,
    { cause: error, hint: `Keep it, or run \`rolecall secret reset-password ${user}\`.` },
  );
}
