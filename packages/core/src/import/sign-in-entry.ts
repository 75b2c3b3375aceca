import type { LiveOf } from '../model/resource.ts';
import { doubtfulKeys } from '../model/sign-in.ts';

/**
 * That a user has a console password and so many access keys; never what they are. Declared so they
 * stay: only what is missing later is made. Keys that a run was cut off over are not counted, for
 * declaring them would settle them.
 */
export function signInEntry({ signIn, tags }: Pick<LiveOf<'user'>, 'signIn' | 'tags'>) {
  if (signIn === undefined) return {};
  const { password, accessKeys } = signIn;
  const isSettled = doubtfulKeys(tags, accessKeys).length === 0;
  return {
    ...(password === null ? {} : { login: {} }),
    ...(accessKeys.length > 0 && isSettled ? { accessKeys: { count: accessKeys.length } } : {}),
  };
}
