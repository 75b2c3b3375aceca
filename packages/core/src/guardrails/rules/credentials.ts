import { isAmong } from '../is-among.ts';
import type { Judged, Subject } from '../judged.ts';
import type { Fault } from '../refusal.ts';
import type { CredentialRules } from '../schema.ts';
import { judgeDelivery } from './delivery.ts';

/** Who is given a password or access keys, how many, and to whom they go. */
export function judgeCredentials(subject: Subject, { rules }: Judged): readonly Fault[] {
  const { credentials } = rules;
  if (credentials === undefined || subject.type !== 'user' || subject.kind === 'deleted') return [];
  const wanted = wantedBy(subject);
  return [
    ...judgeUser(credentials.passwords, {
      rule: 'passwords',
      what: 'a console password',
      isWanted: wanted.password,
      subject,
    }),
    ...judgeUser(credentials.accessKeys, {
      rule: 'access-keys',
      what: 'access keys',
      isWanted: wanted.keys > 0,
      subject,
    }),
    ...judgeCount(credentials, wanted),
    ...judgeReset(credentials, wanted, subject),
    ...judgeDelivery(credentials.delivery, wanted.deliveries),
  ];
}

type Delivery = Parameters<typeof judgeDelivery>[1][number];

interface Wanted {
  readonly password: boolean;
  /** As many as there are to be. */
  readonly keys: number;
  /** Whether a password is to go on as it was handed over. */
  readonly keepsPassword: boolean;
  readonly deliveries: readonly Delivery[];
}

/** By what is declared, and by what is done: a way back is no declaration. */
function wantedBy({ desired, calls }: Subject): Wanted {
  const user = desired?.type === 'user' ? desired : undefined;
  const login = user?.login === false ? undefined : user?.login;
  const count = user?.accessKeys?.count ?? 0;
  const made = calls.flatMap((call) => (call.action === 'iam:CreateLoginProfile' ? [call] : []));
  const keys = calls.flatMap((call) => (call.action === 'iam:CreateAccessKey' ? [call] : []));
  const declared = login !== undefined || count > 0 ? user?.delivery : undefined;
  return {
    password: login !== undefined || made.length > 0,
    keys: Math.max(count, ...keys.map(({ input }) => input.Count)),
    keepsPassword:
      login?.passwordReset === false ||
      made.some(({ input }) => !input.PasswordResetRequired) ||
      calls.some(({ action }) => action === 'iam:UpdateLoginProfile'),
    deliveries: [
      ...(declared === undefined ? [] : [declared]),
      ...[...made, ...keys].map(({ input }) => input.Delivery),
    ],
  };
}

function judgeUser(
  patterns: readonly string[] | undefined,
  {
    rule,
    what,
    isWanted,
    subject,
  }: {
    readonly rule: 'passwords' | 'access-keys';
    readonly what: string;
    readonly isWanted: boolean;
    readonly subject: Subject;
  },
): readonly Fault[] {
  if (patterns === undefined || !isWanted || isAmong(patterns, subject)) return [];
  const message = `It is given ${what}, which the guardrails do not allow it.`;
  const hint =
    patterns.length === 0
      ? 'Nobody may have any: use Identity Center, OIDC or a role.'
      : `Allowed: ${patterns.join(', ')}. Others use Identity Center, OIDC or a role.`;
  return [{ rule, message, hint }];
}

function judgeCount({ maxAccessKeys: most }: CredentialRules, { keys }: Wanted): readonly Fault[] {
  if (most === undefined || keys <= most) return [];
  const message = `It is to have ${keys} access keys; ${most} are allowed.`;
  return [{ rule: 'access-keys', message, hint: `Set accessKeys.count to ${most} or less.` }];
}

function judgeReset(
  { passwordReset }: CredentialRules,
  { keepsPassword }: Wanted,
  subject: Subject,
): readonly Fault[] {
  if (passwordReset === undefined || !keepsPassword) return [];
  if (isAmong(passwordReset.except, subject)) return [];
  const message = 'Its first sign-in would not ask for a new password.';
  const hint =
    'Leave login.passwordReset out, or at true: whoever delivered the password knows it.';
  return [{ rule: 'password-reset', message, hint }];
}
