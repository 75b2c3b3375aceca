import { z } from 'zod';
import { recipientFault } from './age-recipient.ts';
import type { SignIn } from './parts/sign-in-schema.ts';
import type { Tags } from './snapshot.ts';

const recipient = z.string().superRefine((text, context) => {
  const fault = recipientFault(text);
  if (fault !== undefined) context.addIssue({ code: 'custom', message: fault });
});

const byAge = z.strictObject({
  recipients: z
    .array(recipient)
    .min(1)
    .max(20)
    .refine((keys) => new Set(keys).size === keys.length, 'names a key twice')
    .describe('Public age keys (age1…). Each can read it by itself: name several to break glass.'),
});

const bySecretsManager = z.strictObject({
  secretsManager: z.strictObject({
    name: z
      .string()
      .regex(/^[\w/+=.@-]+$/, 'may hold letters, digits and / _ + = . @ - only')
      .max(380)
      .describe('Beginning of the names: what is kept is called NAME/USER/KIND.'),
    region: z.string().regex(/^[a-z]{2,4}(-[a-z]+)+-\d$/, 'must be a region, such as eu-central-1'),
    kmsKeyId: z
      .string()
      .min(1)
      .max(2048)
      .optional()
      .describe('A key of your own, by id, alias or ARN; left out, the one of Secrets Manager.'),
  }),
});

/** To whom a password or key is handed over. */
export const deliverySchema = z
  .union([byAge, bySecretsManager])
  .meta({ id: 'Delivery' })
  .describe('To whom passwords and access keys are delivered: age keys, or AWS Secrets Manager.');

export type Delivery = z.infer<typeof deliverySchema>;

/** Members of a user that ask for credentials; no value of one ever stands in a manifest. */
export const signInMembers = {
  login: z
    .union([
      z.literal(false),
      z.strictObject({
        passwordReset: z
          .boolean()
          .default(true)
          .describe('Whether the first sign-in asks for a new password.'),
        switchRoles: z
          .array(z.string().regex(/^([\w+=,.@-]+\/)*[\w+=,.@-]{1,64}$/, 'must be a role name'))
          .default([])
          .describe('Roles to which links are delivered beside the password.'),
      }),
    ])
    .optional()
    .describe('A console password; false takes away the one there is. Left out, it is let be.'),
  accessKeys: z
    .strictObject({
      count: z.number().int().min(0).max(2).describe('0 deletes those there are.'),
    })
    .optional()
    .describe('Access keys. Left out, they are let be.'),
  delivery: deliverySchema.optional(),
};

export interface DesiredLogin {
  readonly passwordReset: boolean;
  /** Each as path and name without the leading slash. */
  readonly switchRoles: readonly string[];
}

export interface DesiredSignIn {
  /** `false`: there shall be none. */
  readonly login?: DesiredLogin | false | undefined;
  readonly accessKeys?: { readonly count: number } | undefined;
  /** Only where something is to be delivered. */
  readonly delivery?: Delivery | undefined;
}

/** Whether anything is said of the user's password or keys. */
export function saysSignIn({ login, accessKeys }: DesiredSignIn): boolean {
  return login !== undefined || accessKeys !== undefined;
}

/** Whether the user is to have what has to be handed over to somebody. */
export function wantsDelivery({
  login = false,
  accessKeys,
}: Pick<DesiredSignIn, 'login' | 'accessKeys'>): boolean {
  return login !== false || (accessKeys?.count ?? 0) > 0;
}

/**
 * The tag that a user carries while a key of it is being made: an instant, and the ids of the keys
 * that there were. Whoever finds it knows that a run ended between making a key and handing it over.
 */
export const pendingKeyTag = 'rolecall:pending-key';

/** The tag of a secret of Secrets Manager that is ours; its value is what follows the beginning of its name. */
export const secretTag = 'rolecall:secret';

export function pendingKeyMark(startedAt: string, before: readonly string[]): string {
  return [startedAt, ...before].join(' ');
}

/** When the run began that left the mark, in milliseconds; `NaN` where it does not say. */
export function pendingKeySince(mark: string): number {
  return Date.parse(mark.split(' ')[0] ?? '');
}

/** Keys that a run may have made and not handed over: those that the mark does not know. */
export function doubtfulKeys(tags: Tags, keys: SignIn['accessKeys']): readonly string[] {
  const mark = tags[pendingKeyTag];
  if (mark === undefined) return [];
  const before = mark.split(' ');
  return keys.map(({ id }) => id).filter((id) => !before.includes(id));
}

/**
 * The tag that says which kinds of credentials of a user Rolecall makes. By it, and by nothing else,
 * what is its own is told from what people made: its own goes with the user.
 */
export const credentialsTag = 'rolecall:credentials';

const madeKinds = ['password', 'access-keys'] as const;
export type MadeKind = (typeof madeKinds)[number];

export function madeCredentials(tags: Tags): readonly MadeKind[] {
  const said = (tags[credentialsTag] ?? '').split(' ');
  return madeKinds.filter((kind) => said.includes(kind));
}

export function credentialsMark(kinds: readonly MadeKind[]): Tags {
  const said = madeKinds.filter((kind) => kinds.includes(kind));
  return said.length === 0 ? {} : { [credentialsTag]: said.join(' ') };
}

/** What stands in the part `userCredentials` for a password and for keys. */
export const passwordLabel = 'a console password';
export const accessKeyLabel = 'access key';

export function kindOfLabel(label: string): MadeKind | undefined {
  if (label === passwordLabel) return 'password';
  return /^\d+ access keys?$/.test(label) ? 'access-keys' : undefined;
}
