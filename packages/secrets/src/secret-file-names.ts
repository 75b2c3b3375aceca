import { randomBytes } from 'node:crypto';
import type { SignInBundle } from './sign-in-bundle.ts';

type Whose = Pick<SignInBundle, 'account' | 'user'>;

/**
 * What a file is called once it is settled. The same user may be in several accounts that one folder
 * serves, so the account comes first: its twelve digits and a dot keep any two apart.
 */
export function settledName(bundle: SignInBundle): string {
  return bundle.kind === 'password'
    ? `${ofUser(bundle)}.password.age`
    : keyFileName(bundle, bundle.accessKeyId);
}

export function keyFileName(whose: Whose, id: string): string {
  return `${ofUser(whose)}.access-key-${id}.age`;
}

/** Another one each time. */
export function pendingName(bundle: SignInBundle): string {
  return `${ofUser(bundle)}.${bundle.kind}.${uniqueWord()}.pending.age`;
}

/** Whether it is that of a password of the same user which was never settled. */
export function isPendingPassword(name: string, whose: Whose): boolean {
  const beginning = `${ofUser(whose)}.password.`;
  return (
    name.startsWith(beginning) && /^[0-9a-f]{12}\.pending\.age$/.test(name.slice(beginning.length))
  );
}

export function uniqueWord(): string {
  return randomBytes(6).toString('hex');
}

function ofUser({ account, user }: Whose): string {
  return `${account}.${user}`;
}
