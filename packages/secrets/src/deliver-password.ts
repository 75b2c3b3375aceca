import { type Delivery, type ErrorCode, RolecallError, type Secret } from '@rolecall/core';
import type { Kept } from './delivery.ts';
import { generatePassword } from './generate-password.ts';
import { awsDefaultRules, passwordFaults } from './password-rules.ts';
import { recipientsOf, type SignInWorld } from './world.ts';

export interface PasswordRequest {
  readonly user: string;
  readonly to: Delivery;
  readonly mustChange: boolean;
  readonly switchRoles: readonly string[];
  /** Whether the user has a password already, which this one takes the place of. */
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
  if (!replaces && (await port.readSignIn(user)).password !== null) return;
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
  const given = { password, mustChange };
  try {
    await (replaces ? port.changePassword(user, given) : port.createPassword(user, given));
  } catch (error) {
    // It was not there just now: an answer got lost, or somebody was faster. Either way it is ours
    // that somebody holds.
    if (!replaces && isCode(error, ['ENTITY_EXISTS'])) {
      await port.changePassword(user, given).catch((cause) => fail(cause, kept));
    } else await fail(error, kept);
  }
  const place = await kept.settle();
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

/** Codes with which AWS says that it did not do it. */
const refusals: readonly ErrorCode[] = [
  'ACCESS_DENIED',
  'CONCURRENT_MODIFICATION',
  'CREDENTIALS_EXPIRED',
  'CREDENTIALS_INVALID',
  'CREDENTIALS_MISSING',
  'ENTITY_MISSING',
  'QUOTA_EXCEEDED',
  'THROTTLED',
];

/** What AWS may have done all the same stays kept. */
async function fail(error: unknown, kept: Kept): Promise<never> {
  if (isCode(error, refusals)) {
    await kept.discard();
    throw error;
  }
  if (!(error instanceof RolecallError)) throw error;
  throw new RolecallError(
    error.code,
    `${error.message} Whether it holds is not known; ${kept.place} has it.`,
    { ...error.details, hint: 'Run `rolecall secret reset-password` for the user.' },
  );
}

function isCode(error: unknown, codes: readonly ErrorCode[]): boolean {
  return error instanceof RolecallError && codes.includes(error.code);
}
