import type { CredentialRow, User } from '../../model/snapshot.ts';
import { defineCheck, type Verdict } from '../check.ts';
import { activeKeys, userRows } from '../credential-rows.ts';
import { isEmergencyGroup } from '../emergency-principal.ts';
import { listEmergencyPrincipals } from '../emergency-principals.ts';
import { missingParts, notReadable } from '../not-readable.ts';
import { noneNamed } from './none-named.ts';

export const emergencyUserHardened = defineCheck({
  id: 'emergency-user-hardened',
  title: 'Users kept for emergencies are hardened',
  severity: 'high',
  subject: 'user',
  rationale:
    'These users may do everything and are watched by nobody until they are needed; what opens ' +
    'them opens the account.',
  remedy:
    'Give the user a password that lies in a safe, a FIDO2 security key of its own and a group ' +
    'of its own; delete its access keys.',
  documentation: 'https://docs.aws.amazon.com/singlesignon/latest/userguide/emergency-access.html',
  controls: ['EMG-1'],
  settings: ['emergencyPrincipals'],
  needs: ['users', 'groups', 'credentialReport'],
  uses: ['virtualMfaDevices'],
  run: ({ users, groups, credentialReport }, context, used) => {
    const { settings } = context;
    if (settings.emergencyPrincipals.length === 0) return [noneNamed(context)];
    const found = listEmergencyPrincipals({ users, groups, roles: [] }, settings).users;
    const rows = new Map(userRows(credentialReport).map((row) => [row.arn, row]));
    const dedicated = new Set(
      groups.filter((group) => isEmergencyGroup(group, users, settings)).map(({ name }) => name),
    );
    const { virtualMfaDevices: devices } = used;
    return found.map((user): Verdict => {
      const subject = user.arn;
      const row = rows.get(user.arn);
      if (row === undefined) {
        const message = `${user.name} is not in the credential report yet.`;
        return { outcome: 'unknown', subject, message };
      }
      const faults = [
        ...faultsOf(row),
        ...(user.groups.some((name) => dedicated.has(name)) ? [] : ['is in no group of its own']),
      ];
      const evidence = { faults, reportGeneratedAt: credentialReport.generatedAt };
      if (faults.length > 0) {
        const message = `${user.name} ${faults.join(', ')}.`;
        return { outcome: 'fail', subject, message, evidence };
      }
      if (row.password === 'unknown') {
        const message = `AWS does not say whether ${user.name} has a password.`;
        return { outcome: 'unknown', subject, message, evidence };
      }
      if (devices.status === 'unknown') {
        const missing = missingParts(['virtualMfaDevices'], used);
        return { ...notReadable(missing, subject), subject };
      }
      return devices.value.some((device) => isOf(device, user))
        ? {
            outcome: 'warn',
            subject,
            message: `${user.name} has a virtual MFA device, which its keeper's phone holds.`,
            evidence,
          }
        : { outcome: 'pass', subject, message: `${user.name} is hardened.`, evidence };
    });
  },
});

function faultsOf(row: CredentialRow): readonly string[] {
  return [
    ...(row.mfaActive ? [] : ['has no MFA device']),
    ...(activeKeys(row).length > 0 ? ['has an active access key'] : []),
    ...(row.password === 'disabled' ? ['has no password to sign in with'] : []),
  ];
}

function isOf({ userArn }: { readonly userArn?: string | undefined }, { arn }: User): boolean {
  return userArn === arn;
}
