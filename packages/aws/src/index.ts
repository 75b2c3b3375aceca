export { createAccountPort } from './account-port.ts';
export { type AwsClients, type ClientOptions, createClients } from './clients.ts';
export { type CollectOptions, type CollectProgress, collectSnapshot } from './collect-snapshot.ts';
export { identifyCaller } from './identify-caller.ts';
export { isAwsEndpoint, type ResolvedEndpoints, resolvedEndpoint } from './resolved-endpoint.ts';
export { translateError } from './translate-error.ts';
