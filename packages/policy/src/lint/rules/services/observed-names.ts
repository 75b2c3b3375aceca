/**
 * Where AWS's validation is seen to differ from the Service Authorization Reference. All names in
 * lower case.
 * Source: what ValidatePolicy reports on AWS managed policies.
 */

/** Actions that no page lists and that are accepted. */
export const unlistedActions: ReadonlySet<string> = new Set([
  'route53-recovery-control-config:describeroutingcontrolbyname',
]);

/** Global keys that no page lists any more and that are accepted. */
export const unlistedGlobalKeys: ReadonlySet<string> = new Set(['aws:principalorgmasteraccountid']);

/** Services that are gone although ARNs of other services' actions still name them. */
export const goneServices: ReadonlySet<string> = new Set(['elastic-inference']);

/** Keys listed with one value that are compared as if they had several. */
export const keysOfUnsureCount: ReadonlySet<string> = new Set([
  'codestar-connections:provideraction',
]);
