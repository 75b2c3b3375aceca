export {
  type AccessAnalyzerOptions,
  createAccessAnalyzerPort,
} from './access-analyzer/access-analyzer-port.ts';
export { createAccountPort } from './account-port.ts';
export { type AwsClients, type ClientOptions, createClients } from './clients.ts';
export { type CollectOptions, type CollectProgress, collectSnapshot } from './collect-snapshot.ts';
export { identifyCaller } from './identify-caller.ts';
export {
  isAwsEndpoint,
  type ResolvedEndpoints,
  resolvedAnalyzerEndpoint,
  resolvedEndpoint,
} from './resolved-endpoint.ts';
export { translateError } from './translate-error.ts';
