import type { SignIn } from '../model/parts/sign-in-schema.ts';
import type { LiveUser } from '../model/resource.ts';
import { kindOfLabel, madeCredentials } from '../model/sign-in.ts';
import type { OperationDraft } from './operation.ts';

interface Read {
  /** What DeleteUser would stumble over; `undefined` where nobody could tell. */
  readonly labels: readonly string[] | undefined;
  readonly signIn: SignIn | undefined;
}

export interface EndedCredentials {
  /** Takes away those that Rolecall made, which its tag on the user tells. */
  readonly drafts: readonly OperationDraft[];
  /** What others made, in words; `undefined` where nobody could tell. */
  readonly foreign: readonly string[] | undefined;
}

/** What becomes of the password and the keys of a user that goes. */
export function endCredentials(
  { name: UserName, tags }: LiveUser,
  { labels, signIn }: Read,
): EndedCredentials {
  const made = signIn === undefined ? [] : madeCredentials(tags);
  const isOurs = (label: string) => made.some((kind) => kind === kindOfLabel(label));
  const keys = made.includes('access-keys') ? (signIn?.accessKeys ?? []) : [];
  const password = made.includes('password') ? signIn?.password : undefined;
  return {
    foreign: labels?.filter((label) => !isOurs(label)),
    drafts: [
      // Out of use first: where deleting is refused, they open nothing any more.
      ...keys.filter(({ active }) => active).map(({ id }) => deactivation(UserName, id)),
      ...(password ? [loginDeletion(UserName, password)] : []),
      ...keys.map(({ id }) => keyDeletion(UserName, id)),
    ],
  };
}

function deactivation(UserName: string, AccessKeyId: string): OperationDraft {
  return {
    // After what allows access, which can be taken away by whoever may touch no credentials.
    step: 'part',
    call: { action: 'iam:UpdateAccessKey', input: { UserName, AccessKeyId, Status: 'Inactive' } },
    facet: `accessKeys/${AccessKeyId}/status`,
    before: 'Active',
    after: null,
  };
}

function loginDeletion(
  UserName: string,
  password: NonNullable<SignIn['password']>,
): OperationDraft {
  return {
    step: 'part',
    call: { action: 'iam:DeleteLoginProfile', input: { UserName } },
    facet: 'login',
    before: { ...password },
    after: null,
  };
}

function keyDeletion(UserName: string, AccessKeyId: string): OperationDraft {
  return {
    step: 'part',
    call: { action: 'iam:DeleteAccessKey', input: { UserName, AccessKeyId } },
    facet: `accessKeys/${AccessKeyId}`,
    before: AccessKeyId,
    after: null,
  };
}
