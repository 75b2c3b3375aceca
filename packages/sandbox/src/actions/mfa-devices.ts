import { type Account, now } from '../account/account.ts';
import { iamArn, rootArn } from '../account/arn.ts';
import type { VirtualMfa } from '../account/entities.ts';
import { findUser } from '../account/find.ts';
import { letters } from '../account/identifiers.ts';
import { fixedLimits } from '../account/quotas.ts';
import { addTags, newTags, removeTags, tagsOrNothing } from '../account/tags.ts';
import { refuse } from '../aws-error.ts';
import type * as api from '../wire/iam-api.gen.ts';
import type { IamHandlers } from './iam-handlers.ts';
import { pageOf } from './page.ts';
import { showListedUser } from './show.ts';
import { userOrCaller } from './users.ts';

export const mfaDeviceActions = {
  CreateVirtualMFADevice: ({ account }, { VirtualMFADeviceName, Path = '/', Tags }) => {
    const serial = iamArn(account, `mfa${Path}${VirtualMFADeviceName}`);
    if (account.virtualMfa.has(serial)) {
      refuse('EntityAlreadyExists', 'MFADevice entity at the same path and name already exists.');
    }
    const device: VirtualMfa = { serial, createdAt: now(account), tags: newTags(Tags) };
    account.virtualMfa.set(serial, device);
    const seed = letters(`mfa/${serial}`, 51);
    return {
      VirtualMFADevice: {
        SerialNumber: serial,
        Base32StringSeed: Buffer.from(seed).toString('base64'),
        QRCodePNG: Buffer.from(`otpauth://totp/${VirtualMFADeviceName}?secret=${seed}`).toString(
          'base64',
        ),
        Tags: tagsOrNothing(device.tags),
      },
    };
  },
  /** Codes are taken when they are two different numbers of six digits; none is computed. */
  EnableMFADevice: ({ account }, input) => {
    const { UserName, SerialNumber, AuthenticationCode1, AuthenticationCode2 } = input;
    const user = findUser(account, UserName);
    const virtual = account.virtualMfa.get(SerialNumber);
    if (virtual === undefined && SerialNumber.startsWith(iamArn(account, 'mfa/'))) {
      refuse('NoSuchEntity', `VirtualMFADevice with serial number ${SerialNumber} doesn't exist.`);
    }
    const used = [...account.users.values()].flatMap(({ mfa }) => mfa.map(({ serial }) => serial));
    if (virtual?.owner !== undefined || used.includes(SerialNumber)) {
      refuse('EntityAlreadyExists', 'MFA Device is already in use.');
    }
    const codes = [AuthenticationCode1, AuthenticationCode2];
    if (codes.includes('000000') || AuthenticationCode1 === AuthenticationCode2) {
      refuse('InvalidAuthenticationCode', 'Authentication code for device is not valid.');
    }
    const limit = fixedLimits.mfaDevicesPerUser;
    if (user.mfa.length >= limit) {
      refuse('LimitExceeded', `Cannot exceed quota for MFADevicesPerUser: ${limit}`);
    }
    const enabledAt = now(account);
    user.mfa = [...user.mfa, { serial: SerialNumber, enabledAt }];
    if (virtual !== undefined) {
      virtual.owner = user.id;
      virtual.enabledAt = enabledAt;
    }
    return {};
  },
  ListMFADevices: (call, input) => {
    const user = userOrCaller(call, input.UserName);
    const { items, rest } = pageOf(call, input, user.mfa);
    const shown = items.map(({ serial, enabledAt }) => ({
      UserName: user.name,
      SerialNumber: serial,
      EnableDate: enabledAt,
    }));
    return { MFADevices: shown, ...rest };
  },
  DeactivateMFADevice: (call, { UserName, SerialNumber }) => {
    const user = userOrCaller(call, UserName);
    if (!user.mfa.some(({ serial }) => serial === SerialNumber)) {
      refuse('NoSuchEntity', `MFA Device invalid for user ${user.name}.`);
    }
    user.mfa = user.mfa.filter(({ serial }) => serial !== SerialNumber);
    const virtual = call.account.virtualMfa.get(SerialNumber);
    if (virtual !== undefined) {
      virtual.owner = undefined;
      virtual.enabledAt = undefined;
    }
    return {};
  },
  DeleteVirtualMFADevice: ({ account }, { SerialNumber }) => {
    const device = findVirtual(account, SerialNumber);
    if (device.owner !== undefined) {
      refuse('DeleteConflict', 'MFA VirtualDevice in use. Must deactivate first.');
    }
    account.virtualMfa.delete(SerialNumber);
    return {};
  },
  ListVirtualMFADevices: (call, input) => {
    const { AssignmentStatus = 'Any' } = input;
    const wanted = [...call.account.virtualMfa.values()]
      .filter(
        ({ owner }) =>
          AssignmentStatus === 'Any' || (AssignmentStatus === 'Assigned') === (owner !== undefined),
      )
      .sort((a, b) => (a.serial < b.serial ? -1 : 1));
    const { items, rest } = pageOf(call, input, wanted);
    return { VirtualMFADevices: items.map((device) => showDevice(call.account, device)), ...rest };
  },
  TagMFADevice: ({ account }, { SerialNumber, Tags }) => {
    const device = findVirtual(account, SerialNumber);
    device.tags = addTags(device.tags, Tags);
    return {};
  },
  UntagMFADevice: ({ account }, { SerialNumber, TagKeys }) => {
    const device = findVirtual(account, SerialNumber);
    device.tags = removeTags(device.tags, TagKeys);
    return {};
  },
  ListMFADeviceTags: (call, input) => {
    const { items, rest } = pageOf(call, input, findVirtual(call.account, input.SerialNumber).tags);
    return { Tags: items, ...rest };
  },
} satisfies IamHandlers;

function findVirtual(account: Account, serial: string): VirtualMfa {
  const device = account.virtualMfa.get(serial);
  return (
    device ?? refuse('NoSuchEntity', `VirtualMFADevice with serial number ${serial} doesn't exist.`)
  );
}

function showDevice(account: Account, device: VirtualMfa): api.VirtualMFADevice {
  return {
    SerialNumber: device.serial,
    EnableDate: device.enabledAt,
    User: device.owner === undefined ? undefined : ownerOf(account, device.owner),
  };
}

function ownerOf(account: Account, owner: string): api.User | undefined {
  if (owner === 'root') {
    return {
      UserId: account.id,
      Arn: rootArn(account),
      CreateDate: account.root.createdAt,
      PasswordLastUsed: account.root.passwordLastUsed,
    };
  }
  const user = [...account.users.values()].find(({ id }) => id === owner);
  return user === undefined ? undefined : showListedUser(account, user);
}
