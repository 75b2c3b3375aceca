import { type FixLookup, type FixPort, type FixTarget, passwordPolicyState } from '@rolecall/core';
import type { Json } from '@rolecall/policy';
import type { AwsClients } from '../clients.ts';
import { fetchPasswordPolicy } from '../collect/password-policy.ts';
import { performFix } from './perform-fix.ts';
import {
  readAnalyzer,
  readDigests,
  readFeature,
  readLogging,
  readTokenVersion,
  readTrustedAccess,
} from './read-account.ts';
import {
  readAccessKey,
  readAccessKeys,
  readCertificates,
  readLoginProfile,
  readServiceCredentials,
  readSshKeys,
  stateOf,
} from './read-credentials.ts';
import {
  readAttachment,
  readCertificate,
  readGroupState,
  readInlinePolicy,
  readPolicyState,
  readProfileRole,
  readProviderState,
  readRoleState,
  readTrust,
  readVersion,
} from './read-entities.ts';

/** The account behind the clients, as fixes see it. */
export function createFixPort(clients: AwsClients): FixPort {
  return {
    read: (target) => readState(clients, target),
    perform: (call) => performFix(clients, call),
  };
}

async function readState(clients: AwsClients, target: FixTarget | FixLookup): Promise<Json> {
  const { iam } = clients;
  switch (target.kind) {
    case 'access-keys':
      return readAccessKeys(iam, target.user);
    case 'signing-certificates':
      return readCertificates(iam, target.user);
    case 'access-key':
      return readAccessKey(iam, target);
    case 'login-profile':
      return readLoginProfile(iam, target);
    case 'signing-certificate':
      return stateOf(await readCertificates(iam, target.user), target.id);
    case 'ssh-key':
      return stateOf(await readSshKeys(iam, target.user), target.id);
    case 'service-credential':
      return stateOf(await readServiceCredentials(iam, target.user), target.id);
    case 'attachment':
      return readAttachment(iam, target);
    case 'inline-policy':
      return readInlinePolicy(iam, target);
    case 'group':
      return readGroupState(iam, target.name);
    case 'policy':
      return readPolicyState(iam, target.arn);
    case 'policy-version':
      return readVersion(iam, target);
    case 'role':
      return readRoleState(iam, target.name);
    case 'role-trust':
      return readTrust(iam, target.name);
    case 'profile-role':
      return readProfileRole(iam, target);
    case 'server-certificate':
      return readCertificate(iam, target.name);
    case 'oidc-provider':
      return readProviderState(iam, target.arn);
    case 'password-policy':
      return passwordPolicyState(await fetchPasswordPolicy(iam));
    case 'token-version':
      return readTokenVersion(clients);
    case 'trusted-access':
      return readTrustedAccess(clients, target);
    case 'organization-feature':
      return readFeature(clients, target);
    case 'analyzer':
      return readAnalyzer(clients, target);
    case 'trail-digests':
      return readDigests(clients, target);
    case 'trail-logging':
      return readLogging(clients, target);
    default:
      return target satisfies never;
  }
}
