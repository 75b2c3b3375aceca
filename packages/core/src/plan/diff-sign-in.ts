import type { Json } from '@rolecall/policy';
import type { DesiredUser, LiveUser } from '../model/resource.ts';
import { type Delivery, doubtfulKeys } from '../model/sign-in.ts';
import type { OperationDraft } from './operation.ts';

/**
 * Console password and access keys. A plan says that one is made and to whom it goes; what it is,
 * only whoever carries the plan out ever knows. Says nothing where the user's were not read.
 */
export function diffSignIn(
  desired: DesiredUser,
  live: Pick<LiveUser, 'tags' | 'signIn'>,
): readonly OperationDraft[] {
  return live.signIn === undefined
    ? []
    : [...diffLogin(desired, live.signIn), ...diffAccessKeys(desired, live, live.signIn)];
}

/** What a user has that is about to be made. */
export const noSignIn: Pick<LiveUser, 'tags' | 'signIn'> = {
  tags: {},
  signIn: { password: null, accessKeys: [] },
};

type LiveSignIn = NonNullable<LiveUser['signIn']>;

function diffLogin(
  { name: UserName, login, delivery }: DesiredUser,
  { password }: LiveSignIn,
): readonly OperationDraft[] {
  if (login === undefined) return [];
  if (login === false) {
    if (password === null) return [];
    const call = { action: 'iam:DeleteLoginProfile', input: { UserName } } as const;
    return [{ call, facet: 'login', before: { ...password }, after: null }];
  }
  const { passwordReset: PasswordResetRequired, switchRoles } = login;
  if (password === null) {
    // Who expands a manifest refuses a password without somebody to deliver it to.
    if (delivery === undefined) return [];
    const input = { UserName, PasswordResetRequired, SwitchRoles: switchRoles, Delivery: delivery };
    return [
      {
        call: { action: 'iam:CreateLoginProfile', input },
        facet: 'login',
        before: null,
        after: {
          passwordReset: login.passwordReset,
          switchRoles: [...switchRoles],
          ...to(delivery),
        },
      },
    ];
  }
  // The other way round it is no difference: the person has changed it since.
  if (PasswordResetRequired || !password.mustChange) return [];
  return [
    {
      call: {
        action: 'iam:UpdateLoginProfile',
        input: { UserName, PasswordResetRequired: false },
      },
      facet: 'login/passwordReset',
      before: true,
      after: false,
    },
  ];
}

function diffAccessKeys(
  { name: UserName, accessKeys, delivery }: DesiredUser,
  { tags }: Pick<LiveUser, 'tags'>,
  signIn: LiveSignIn,
): readonly OperationDraft[] {
  if (accessKeys === undefined) return [];
  const { count } = accessKeys;
  const doubtful = doubtfulKeys(tags, signIn.accessKeys);
  if (count === 0) {
    return signIn.accessKeys.map(({ id }) => removeKey({ UserName, AccessKeyId: id }));
  }
  const settled = signIn.accessKeys.length - doubtful.length;
  // What is doubtful is settled before a new one is made.
  if (settled >= count) {
    return doubtful.map((id) =>
      removeKey({
        UserName,
        AccessKeyId: id,
        Undelivered: true,
        ...(delivery === undefined ? {} : { Delivery: delivery }),
      }),
    );
  }
  if (delivery === undefined) return [];
  return Array.from({ length: count - settled }, (_, index) => {
    const Count = settled + index + 1;
    return {
      call: { action: 'iam:CreateAccessKey', input: { UserName, Count, Delivery: delivery } },
      facet: `accessKeys/${Count}`,
      before: doubtful.length > 0 && index === 0 ? { undelivered: [...doubtful] } : null,
      after: to(delivery),
    };
  });
}

function removeKey(input: {
  readonly UserName: string;
  readonly AccessKeyId: string;
  readonly Undelivered?: true;
  readonly Delivery?: Delivery;
}): OperationDraft {
  return {
    call: { action: 'iam:DeleteAccessKey', input },
    facet: `accessKeys/${input.AccessKeyId}`,
    before: input.Undelivered ? { undelivered: [input.AccessKeyId] } : input.AccessKeyId,
    after: null,
  };
}

/** As a plan shows it. */
function to(delivery: Delivery): { readonly [member: string]: Json } {
  if ('recipients' in delivery) return { deliveredTo: [...delivery.recipients] };
  const { name, region, kmsKeyId } = delivery.secretsManager;
  return {
    deliveredTo: `secretsmanager:${region}:${name}/*`,
    ...(kmsKeyId === undefined ? {} : { kmsKeyId }),
  };
}
