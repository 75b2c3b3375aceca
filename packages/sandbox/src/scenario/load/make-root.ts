import { newId } from '../../account/account.ts';
import type { Root } from '../../account/entities.ts';
import type { Loading } from '../loading.ts';
import type { Scenario } from '../scenario.ts';

/** A root user, of this account or of another. The name tells the ids of their keys apart. */
export function makeRoot(
  { account, ago, use }: Loading,
  root: Scenario['root'],
  name: string,
): Root {
  return {
    createdAt: ago(root.createdDaysAgo),
    password: root.password,
    passwordLastUsed: use(root.passwordUsedDaysAgo)?.at,
    keys: root.keys.map((key) => ({
      id: newId(account, 'AKIA', name),
      status: key.status,
      createdAt: ago(key.createdDaysAgo),
      lastUsed: use(key.usedDaysAgo, key),
    })),
    mfa: root.mfa,
    certificates: root.certificates.map(({ status, uploadedDaysAgo }) => ({
      status,
      uploadedAt: ago(uploadedDaysAgo),
    })),
  };
}
