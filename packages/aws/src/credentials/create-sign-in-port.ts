import {
  CreateAccessKeyCommand,
  CreateLoginProfileCommand,
  DeleteAccessKeyCommand,
  DeleteLoginProfileCommand,
  GetAccessKeyLastUsedCommand,
  IAMClient,
  ListUserTagsCommand,
  TagUserCommand,
  UntagUserCommand,
  UpdateAccessKeyCommand,
  UpdateLoginProfileCommand,
} from '@aws-sdk/client-iam';
import { RolecallError, type SignInPort, secretOf } from '@rolecall/core';
import { required } from '../ask.ts';
import { type AwsClients, clientConfig } from '../clients.ts';
import { readTags } from '../collect/tags.ts';
import { listAll } from '../resources/iam-reader.ts';
import { readAccountAlias, readAccountPasswordPolicy } from '../resources/read-account-settings.ts';
import { readSignIn } from '../resources/read-sign-in.ts';
import { askSecretly } from './ask-secretly.ts';

const create = 'iam:CreateAccessKey';

/** The account as those see it who make passwords and access keys. */
export function createSignInPort({ options }: AwsClients): SignInPort {
  // Without the logger that others may have: it is shown requests and answers.
  const { logger: _shown, ...quiet } = clientConfig(options);
  const iam = new IAMClient(quiet);
  // Asked twice, AWS makes two keys, and the secret of the first is nobody's. Of a password only one
  // answer would be seen: the second may be a refusal where the first was a yes.
  const once = new IAMClient({ ...quiet, maxAttempts: 1 });
  const send = (action: string, request: () => Promise<unknown>): Promise<void> =>
    askSecretly(action, [], request).then(() => {});
  return {
    passwordPolicy: async () => (await readAccountPasswordPolicy({ iam }))?.settings ?? null,
    accountAlias: async () => (await readAccountAlias({ iam }))?.alias,
    readSignIn: (user) => readSignIn({ iam }, user),
    readTags: async (UserName) => {
      try {
        return readTags(
          await listAll(
            'iam:ListUserTags',
            (marker) => iam.send(new ListUserTagsCommand({ UserName, ...marker })),
            (page) => page.Tags,
          ),
        );
      } catch (error) {
        if (error instanceof RolecallError && error.code === 'ENTITY_MISSING') return undefined;
        throw error;
      }
    },
    createPassword: (UserName, { password, mustChange: PasswordResetRequired }) =>
      askSecretly('iam:CreateLoginProfile', [password], async () => {
        const Password = password.reveal();
        await once.send(
          new CreateLoginProfileCommand({ UserName, Password, PasswordResetRequired }),
        );
      }),
    changePassword: (UserName, { password, mustChange: PasswordResetRequired }) =>
      askSecretly('iam:UpdateLoginProfile', [password], async () => {
        const Password = password.reveal();
        await once.send(
          new UpdateLoginProfileCommand({ UserName, Password, PasswordResetRequired }),
        );
      }),
    spareChange: (UserName) =>
      send('iam:UpdateLoginProfile', () =>
        iam.send(new UpdateLoginProfileCommand({ UserName, PasswordResetRequired: false })),
      ),
    deletePassword: (UserName) =>
      send('iam:DeleteLoginProfile', () => iam.send(new DeleteLoginProfileCommand({ UserName }))),
    createKey: async (UserName) => {
      const answer = await askSecretly(create, [], () =>
        once.send(new CreateAccessKeyCommand({ UserName })),
      );
      const key = required(answer.AccessKey, create, 'AccessKey');
      return {
        id: required(key.AccessKeyId, create, 'AccessKeyId'),
        secret: secretOf(required(key.SecretAccessKey, create, 'SecretAccessKey')),
        createdAt: required(key.CreateDate, create, 'CreateDate').toISOString(),
      };
    },
    setKeyActive: (UserName, { id: AccessKeyId, active }) =>
      send('iam:UpdateAccessKey', () =>
        iam.send(
          new UpdateAccessKeyCommand({
            UserName,
            AccessKeyId,
            Status: active ? 'Active' : 'Inactive',
          }),
        ),
      ),
    deleteKey: (UserName, AccessKeyId) =>
      send('iam:DeleteAccessKey', () =>
        iam.send(new DeleteAccessKeyCommand({ UserName, AccessKeyId })),
      ),
    lastUse: async (AccessKeyId) => {
      const action = 'iam:GetAccessKeyLastUsed';
      const answer = await askSecretly(action, [], () =>
        iam.send(new GetAccessKeyLastUsedCommand({ AccessKeyId })),
      );
      const used = required(answer.AccessKeyLastUsed, action, 'AccessKeyLastUsed');
      if (used.LastUsedDate === undefined) return undefined;
      const { LastUsedDate, ServiceName: service, Region: region } = used;
      return { at: LastUsedDate.toISOString(), service, region };
    },
    tag: (UserName, { key: Key, value: Value }) =>
      send('iam:TagUser', () => iam.send(new TagUserCommand({ UserName, Tags: [{ Key, Value }] }))),
    untag: (UserName, key) =>
      send('iam:UntagUser', () => iam.send(new UntagUserCommand({ UserName, TagKeys: [key] }))),
  };
}
