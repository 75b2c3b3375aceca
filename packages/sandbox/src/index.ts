export type { JsonValue } from './account/account-state.ts';
export type { RecordedCall } from './answer-request.ts';
export type {
  AuthorizationDenial,
  AuthorizationRequest,
  Authorize,
} from './authorization.ts';
export {
  type AsyncFailure,
  type CallFault,
  callFaults,
  type FailingCall,
  type Faults,
  type Propagation,
} from './faults.ts';
export { createSandbox, type Sandbox, type SandboxMember, type SandboxOptions } from './sandbox.ts';
export { builtinScenarios } from './scenario/builtin-scenarios.ts';
export { parseScenario, ScenarioError } from './scenario/parse-scenario.ts';
export type { Scenario } from './scenario/scenario.ts';
export type { HttpAnswer, HttpRequest } from './wire/http.ts';
export { createRequestHandler, type SandboxRequestHandler } from './wire/request-handler.ts';
export { type ServedSandbox, serveSandbox } from './wire/serve-sandbox.ts';
