import { now } from '../../account/account.ts';
import { type DirectoryUser, userId } from '../../account/identity-center.ts';
import type { Call } from '../../authorization.ts';
import { refuse } from '../../aws-error.ts';
import type { Handlers } from '../../service.ts';
import type {
  IdentityStoreInputs,
  IdentityStoreOutputs,
  User,
} from '../../wire/identity-store-api.gen.ts';
import { epoch } from '../epoch.ts';
import { tokenPage } from '../page.ts';
import { externalIds, missing, textOperations, uniqueText } from './directory-values.ts';
import { findStore } from './instance.ts';

export const userActions = {
  DescribeUser: (call, { IdentityStoreId, UserId }) =>
    showUser(findUser(call, IdentityStoreId, UserId), IdentityStoreId),
  GetUserId: (call, { IdentityStoreId, AlternateIdentifier }) => {
    const name = uniqueText(AlternateIdentifier, 'userName');
    const users = [...findStore(call, IdentityStoreId).users.values()];
    const user = users.find(({ userName }) => userName === name) ?? missing('USER');
    return { IdentityStoreId, UserId: user.id };
  },
  ListUsers: (call, { IdentityStoreId, NextToken, MaxResults, Filters = [] }) => {
    const users = [...findStore(call, IdentityStoreId).users.values()].filter(({ userName }) =>
      Filters.every(({ AttributeValue }) => AttributeValue === userName),
    );
    const { items, next } = tokenPage(call, { token: NextToken, size: MaxResults }, users);
    return { Users: items.map((one) => showUser(one, IdentityStoreId)), NextToken: next };
  },
  /** Without a password: AWS sends one by mail where the instance is set so, which the API is not. */
  CreateUser: (call, input) => {
    const { IdentityStoreId, UserName, DisplayName, Name } = input;
    const { users } = findStore(call, IdentityStoreId);
    if (UserName === undefined || DisplayName === undefined) {
      return refuse('ValidationError', 'UserName and DisplayName are required attributes.');
    }
    if (Name?.GivenName === undefined || Name.FamilyName === undefined) {
      return refuse('ValidationError', 'FamilyName and GivenName are required attributes.');
    }
    const isTaken = [...users.values()].some(
      ({ userName }) => userName.toLowerCase() === UserName.toLowerCase(),
    );
    if (isTaken) refuse('ConflictException', 'Duplicate UserName');
    const email = input.Emails?.[0]?.Value;
    refuseTakenEmail(users, email);
    const id = userId(UserName);
    users.set(id, {
      id,
      userName: UserName,
      displayName: DisplayName,
      givenName: Name.GivenName,
      familyName: Name.FamilyName,
      email,
      status: 'ENABLED',
      createdAt: now(call.account),
      external: false,
    });
    return { IdentityStoreId, UserId: id };
  },
  UpdateUser: (call, { IdentityStoreId, UserId, Operations }) => {
    const user = findUser(call, IdentityStoreId, UserId);
    const { users } = findStore(call, IdentityStoreId);
    for (const { path, text, value } of textOperations(Operations)) {
      if (path === 'displayname' && text !== undefined) user.displayName = text;
      else if (path === 'name.givenname' && text !== undefined) user.givenName = text;
      else if (path === 'name.familyname' && text !== undefined) user.familyName = text;
      else if (path === 'emails') {
        const email = emailIn(value);
        refuseTakenEmail(new Map([...users].filter(([id]) => id !== UserId)), email);
        user.email = email;
      } else refuse('ValidationError', `Attribute ${path} cannot be updated.`);
    }
    return {};
  },
  /** Memberships and assignments of the user go with it. */
  DeleteUser: (call, { IdentityStoreId, UserId }) => {
    const center = findStore(call, IdentityStoreId);
    const { id } = findUser(call, IdentityStoreId, UserId);
    center.users.delete(id);
    center.assignments = center.assignments.filter(({ principalId }) => principalId !== id);
    for (const group of center.groups.values()) {
      group.members = group.members.filter((member) => member !== id);
    }
    return {};
  },
} satisfies Handlers<IdentityStoreInputs, IdentityStoreOutputs>;

function findUser(call: Call, storeId: string, id: string): DirectoryUser {
  return findStore(call, storeId).users.get(id) ?? missing('USER');
}

/** The first address of a list of them. */
function emailIn(value: unknown): string | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : undefined;
  if (typeof first !== 'object' || first === null || !('Value' in first)) return undefined;
  return typeof first.Value === 'string' ? first.Value : undefined;
}

function refuseTakenEmail(
  users: ReadonlyMap<string, DirectoryUser>,
  email: string | undefined,
): void {
  if (email === undefined || ![...users.values()].some((one) => one.email === email)) return;
  refuse('ConflictException', 'Duplicate EmailAddress');
}

function showUser(user: DirectoryUser, IdentityStoreId: string): User {
  const { id, userName, displayName, givenName, familyName, email, status, createdAt } = user;
  return {
    IdentityStoreId,
    UserId: id,
    UserName: userName,
    ExternalIds: externalIds(user),
    Name: { GivenName: givenName, FamilyName: familyName },
    DisplayName: displayName,
    Emails: email === undefined ? undefined : [{ Value: email, Type: 'work', Primary: true }],
    UserStatus: status,
    CreatedAt: epoch(createdAt),
  };
}
