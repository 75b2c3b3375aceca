import type { SignIn } from '../model/parts/sign-in-schema.ts';
import type { Secret } from '../model/secret.ts';
import type { PartValue, Tags } from '../model/snapshot.ts';

/**
 * What making and handing over passwords and keys takes of an account. Every method fails with a
 * RolecallError that holds nothing of the request.
 */
export interface SignInPort {
  /** `null` where the account has none of its own. */
  passwordPolicy(): Promise<PartValue<'passwordPolicy'>>;
  accountAlias(): Promise<string | undefined>;
  /** `undefined` where there is no such user. */
  readTags(user: string): Promise<Tags | undefined>;
  readSignIn(user: string): Promise<SignIn>;
  /** Sent once, so that a refusal is one of the only call there was; `changePassword` as well. */
  createPassword(user: string, given: NewPassword): Promise<void>;
  changePassword(user: string, given: NewPassword): Promise<void>;
  /** The password stays as it is, and need not be changed at the next sign-in. */
  spareChange(user: string): Promise<void>;
  deletePassword(user: string): Promise<void>;
  /** Sent once: an answer that is lost leaves a key behind, which a mark tells of. */
  createKey(user: string): Promise<NewKey>;
  setKeyActive(user: string, key: { readonly id: string; readonly active: boolean }): Promise<void>;
  deleteKey(user: string, id: string): Promise<void>;
  /** When a key was last used; nothing of what AWS has not seen. */
  lastUse(id: string): Promise<KeyUse | undefined>;
  tag(user: string, tag: { readonly key: string; readonly value: string }): Promise<void>;
  untag(user: string, key: string): Promise<void>;
}

export interface NewPassword {
  readonly password: Secret;
  readonly mustChange: boolean;
}

export interface NewKey {
  readonly id: string;
  readonly secret: Secret;
  /** RFC 3339, UTC. */
  readonly createdAt: string;
}

export interface KeyUse {
  /** RFC 3339, UTC. */
  readonly at: string;
  readonly service: string | undefined;
  readonly region: string | undefined;
}
