export {
  type AccessAnalyzerOptions,
  createAccessAnalyzerPort,
} from './access-analyzer/access-analyzer-port.ts';
export { createAnalyzerClient } from './access-analyzer/analyzer-client.ts';
export { createAccountPort } from './account-port.ts';
export { type AssumeRoleRequest, assumeRole } from './assume-role.ts';
export {
  assumeWebIdentity,
  type SessionCredentials,
  type WebIdentityOptions,
  type WebIdentityRequest,
} from './assume-web-identity.ts';
export { type AwsClients, type ClientOptions, createClients } from './clients.ts';
export { type CollectOptions, type CollectProgress, collectSnapshot } from './collect-snapshot.ts';
export { createSecretsStore } from './credentials/create-secrets-store.ts';
export { createSignInPort } from './credentials/create-sign-in-port.ts';
export { createFixPort } from './fixes/fix-port.ts';
export { createCredentialsPort } from './fresh/create-credentials-port.ts';
export { identifyCaller } from './identify-caller.ts';
export { listOrganization } from './list-organization.ts';
export { createPacers, type PacerTime } from './pacing/create-pacers.ts';
export {
  isAwsEndpoint,
  type ResolvedEndpoints,
  resolvedAnalyzerEndpoint,
  resolvedEndpoint,
} from './resolved-endpoint.ts';
export { createRoleCredentials, type RoleCredentialsOptions } from './role-credentials.ts';
export { translateError } from './translate-error.ts';
