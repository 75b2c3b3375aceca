import { type Account, instantOf, newId, now, sorted } from '../account/account.ts';
import type { ServiceCredential, User } from '../account/entities.ts';
import { findUser } from '../account/find.ts';
import { letters } from '../account/identifiers.ts';
import { fixedLimits } from '../account/quotas.ts';
import { refuse } from '../aws-error.ts';
import type { IamHandlers } from './iam-handlers.ts';
import { pageOf } from './page.ts';
import { userOrCaller } from './users.ts';

const services = ['bedrock.amazonaws.com', 'cassandra.amazonaws.com', 'codecommit.amazonaws.com'];

export const serviceCredentialActions = {
  CreateServiceSpecificCredential: ({ account }, { UserName, ServiceName, CredentialAgeDays }) => {
    const user = findUser(account, UserName);
    if (!services.includes(ServiceName)) {
      refuse(
        'NotSupportedService',
        `The service ${ServiceName} does not support these credentials.`,
      );
    }
    const limit = fixedLimits.serviceCredentialsPerServiceAndUser;
    if (user.serviceCredentials.filter(({ service }) => service === ServiceName).length >= limit) {
      refuse(
        'LimitExceeded',
        `Cannot exceed quota for ServiceSpecificCredentialsPerUser: ${limit}`,
      );
    }
    const credential: ServiceCredential = {
      id: newId(account, 'ACCA', user.name),
      service: ServiceName,
      status: 'Active',
      createdAt: now(account),
      expiresAt: CredentialAgeDays === undefined ? undefined : inDays(account, CredentialAgeDays),
    };
    user.serviceCredentials = [...user.serviceCredentials, credential];
    const secret = letters(`secret/${credential.id}`, 44);
    return {
      ServiceSpecificCredential: {
        ...show(user, credential),
        ...(ServiceName === 'bedrock.amazonaws.com'
          ? { ServiceCredentialSecret: secret }
          : { ServicePassword: secret }),
      },
    };
  },
  /** `AllUsers` lists the whole account's in one go. */
  ListServiceSpecificCredentials: (call, input) => {
    const { UserName, ServiceName, AllUsers = false } = input;
    const users = AllUsers ? sorted(call.account.users) : [userOrCaller(call, UserName)];
    const wanted = users.flatMap((user) =>
      user.serviceCredentials
        .filter(({ service }) => ServiceName === undefined || service === ServiceName)
        .map((credential) => show(user, credential)),
    );
    const { items, rest } = pageOf(call, input, wanted);
    return { ServiceSpecificCredentials: items, ...rest };
  },
  UpdateServiceSpecificCredential: (call, { UserName, ServiceSpecificCredentialId, Status }) => {
    const user = userOrCaller(call, UserName);
    const found = credentialOf(user, ServiceSpecificCredentialId);
    user.serviceCredentials = user.serviceCredentials.map((one) =>
      one === found ? { ...one, status: Status } : one,
    );
    return {};
  },
  DeleteServiceSpecificCredential: (call, { UserName, ServiceSpecificCredentialId }) => {
    const user = userOrCaller(call, UserName);
    const found = credentialOf(user, ServiceSpecificCredentialId);
    user.serviceCredentials = user.serviceCredentials.filter((one) => one !== found);
    return {};
  },
} satisfies IamHandlers;

function credentialOf(user: User, id: string): ServiceCredential {
  const found = user.serviceCredentials.find((one) => one.id === id);
  return found ?? refuse('NoSuchEntity', `No such credential ${id} exists`);
}

function show(user: User, { id, service, status, createdAt, expiresAt }: ServiceCredential) {
  return {
    UserName: user.name,
    ServiceSpecificCredentialId: id,
    ServiceName: service,
    ServiceUserName: `${user.name}-at-${id.slice(-8).toLowerCase()}`,
    Status: status,
    CreateDate: createdAt,
    ExpirationDate: expiresAt,
  };
}

function inDays(account: Account, days: number): string {
  return instantOf(new Date(account.clock().getTime() + days * 24 * 3600 * 1000));
}
