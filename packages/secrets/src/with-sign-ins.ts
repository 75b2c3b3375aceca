import { type AccountPort, isSignInCall, type SignInCall } from '@rolecall/core';
import { deliverKey } from './deliver-key.ts';
import { deliverPassword } from './deliver-password.ts';
import { settleDoubt } from './settle-doubt.ts';
import type { SignInWorld } from './world.ts';

export interface WithSignIns extends SignInWorld {
  /** Whether a user's password or keys are declared, so that they are read with it. */
  readonly concerns: (user: string) => boolean;
}

/** An account whose plans may make passwords and keys, since there is somewhere to keep them. */
export function withSignIns(port: AccountPort, world: WithSignIns): AccountPort {
  return {
    ...port,
    delivers: true,
    readResource: async (reference) => {
      const live = await port.readResource(reference);
      if (live?.type !== 'user' || !world.concerns(live.name)) return live;
      return { ...live, signIn: await world.port.readSignIn(live.name) };
    },
    perform: (call) => (isSignInCall(call) ? perform(call, world) : port.perform(call)),
  };
}

function perform({ action, input }: SignInCall, world: SignInWorld): Promise<void> {
  const { UserName: user } = input;
  switch (action) {
    case 'iam:CreateLoginProfile':
      return deliverPassword(
        {
          user,
          to: input.Delivery,
          mustChange: input.PasswordResetRequired,
          switchRoles: input.SwitchRoles,
          replaces: false,
        },
        world,
      );
    case 'iam:UpdateLoginProfile':
      return world.port.spareChange(user);
    case 'iam:DeleteLoginProfile':
      return world.port.deletePassword(user);
    case 'iam:CreateAccessKey':
      return deliverKey({ user, to: input.Delivery, count: input.Count }, world);
    case 'iam:DeleteAccessKey':
      return input.Undelivered
        ? settleDoubt({ user, to: input.Delivery }, world)
        : world.port.deleteKey(user, input.AccessKeyId);
    default:
      return action satisfies never;
  }
}
