import { now } from '../account/account.ts';
import type { LoginProfile, User } from '../account/entities.ts';
import { findUser } from '../account/find.ts';
import { checkPassword } from '../account/passwords.ts';
import { refuse } from '../aws-error.ts';
import type { IamHandlers } from './iam-handlers.ts';
import { userOrCaller } from './users.ts';

export const loginProfileActions = {
  CreateLoginProfile: (call, { UserName, Password, PasswordResetRequired }) => {
    const user = userOrCaller(call, UserName);
    if (user.login !== undefined) {
      refuse('EntityAlreadyExists', `Login Profile for user ${user.name} already exists.`);
    }
    if (Password === undefined) {
      return refuse(
        'ValidationError',
        "1 validation error detected: Value null at 'password' failed to satisfy constraint: Member must not be null",
      );
    }
    checkPassword(call.account, { user: user.name, password: Password });
    const at = now(call.account);
    const login = { createdAt: at, changedAt: at, resetRequired: PasswordResetRequired ?? false };
    user.login = login;
    return { LoginProfile: showLogin(user, login) };
  },
  GetLoginProfile: (call, { UserName }) => {
    const user = userOrCaller(call, UserName);
    return { LoginProfile: showLogin(user, loginOf(user)) };
  },
  UpdateLoginProfile: ({ account }, { UserName, Password, PasswordResetRequired }) => {
    const user = findUser(account, UserName);
    const login = loginOf(user);
    if (Password !== undefined) checkPassword(account, { user: user.name, password: Password });
    user.login = {
      createdAt: login.createdAt,
      changedAt: Password === undefined ? login.changedAt : now(account),
      resetRequired: PasswordResetRequired ?? login.resetRequired,
    };
    return {};
  },
  DeleteLoginProfile: (call, { UserName }) => {
    const user = userOrCaller(call, UserName);
    loginOf(user);
    user.login = undefined;
    return {};
  },
  /** For the calling user; the old password is not known here and so not compared. */
  ChangePassword: (call, { NewPassword }) => {
    const user = userOrCaller(call, undefined);
    const login = loginOf(user);
    checkPassword(call.account, { user: user.name, password: NewPassword });
    user.login = { ...login, changedAt: now(call.account), resetRequired: false };
    return {};
  },
} satisfies IamHandlers;

function loginOf(user: User): LoginProfile {
  return (
    user.login ?? refuse('NoSuchEntity', `Login Profile for User ${user.name} cannot be found.`)
  );
}

function showLogin(user: User, login: LoginProfile) {
  return {
    UserName: user.name,
    CreateDate: login.createdAt,
    PasswordResetRequired: login.resetRequired,
  };
}
