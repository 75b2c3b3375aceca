import type { ApplyingStatement, AskedLayer } from './ask-layer.ts';
import type { Grant, Refusal } from './evaluation.ts';
import type { MatchOptions } from './match-options.ts';
import type { Layer, PolicySet } from './policy-set.ts';
import type { RequestParties } from './request-parties.ts';
import type { RequestPrincipal } from './request-principal.ts';
import { type GrantReach, reachOf } from './resource-grant.ts';

/** All that decides once no statement denies. */
export interface Situation {
  readonly principal: RequestPrincipal | undefined;
  readonly resourceKind: NonNullable<PolicySet['resourceKind']>;
  readonly parties: RequestParties;
  /** Those in force; each statement that applies is an Allow. */
  readonly layers: readonly AskedLayer[];
  readonly options?: MatchOptions | undefined;
}

export type AccessDecision =
  | { readonly granted: true; readonly grant: Grant }
  | { readonly granted: false; readonly refusal: Refusal };

/**
 * 1. Each level of control policies and the VPC endpoint have to allow.
 * 2. A caller outside accounts (service, identity provider, anonymous) needs the resource policy.
 * 3. Across accounts both sides have to allow: resource policy, and identity policy within boundary
 *    and session policies.
 * 4. In one account either is enough, except that trust and key policies have to allow in any case;
 *    how far the resource policy reaches depends on whom it names (`reachOf`).
 * Source: IAM User Guide, "Policy evaluation for requests within a single account" and
 * "Cross-account policy evaluation logic"; KMS Developer Guide, "Key policies in AWS KMS".
 */
export function decideAccess(situation: Situation): AccessDecision {
  const { parties, layers, resourceKind } = situation;
  const wall = layers.find(({ layer, applying }) => isWall(layer) && applying.length === 0);
  if (wall !== undefined) return refuse(wall.layer, { level: wall.level });
  const [resourceAllow] = allowsOf(situation, 'resource');
  if (!parties.iamPrincipal)
    return resourceAllow === undefined ? refuse('resource') : grant(resourceAllow);
  const resourceHasToAllow = parties.crossAccount || resourceKind !== 'other';
  if (resourceHasToAllow && resourceAllow === undefined) return refuse('resource');
  return parties.crossAccount ? decideByIdentity(situation) : decideInAccount(situation);
}

function isWall(layer: Layer): boolean {
  return layer === 'resourceControl' || layer === 'serviceControl' || layer === 'vpcEndpoint';
}

function decideByIdentity(situation: Situation): AccessDecision {
  const granted = identityGrant(situation);
  return granted === undefined ? refuse('identity') : withinLimits(situation, granted);
}

function decideInAccount(situation: Situation): AccessDecision {
  const direct = resourceGrant(situation, 'direct');
  if (direct !== undefined) return { granted: true, grant: direct };
  const granted = identityGrant(situation) ?? resourceGrant(situation, 'limited');
  if (granted !== undefined) return withinLimits(situation, granted);
  const delegated = resourceGrant(situation, 'delegated') !== undefined;
  return refuse('identity', { cause: delegated ? 'only-delegated' : 'no-allow' });
}

/** Boundary and session policies take away what they do not allow too. */
function withinLimits(situation: Situation, granted: Grant): AccessDecision {
  const limit = situation.layers.find(
    ({ layer, applying }) => (layer === 'boundary' || layer === 'session') && applying.length === 0,
  );
  if (limit !== undefined) return refuse(limit.layer);
  // A federated user's session has what is passed to it and nothing else (STS API Reference,
  // GetFederationToken).
  const federated = situation.principal?.kind === 'federated-user';
  const passed = situation.layers.some(({ layer }) => layer === 'session');
  if (federated && !passed) return refuse('session', { cause: 'no-session-policy' });
  return { granted: true, grant: granted };
}

function identityGrant(situation: Situation): Grant | undefined {
  if (situation.principal?.kind === 'root') return { by: 'root-user' };
  const [allow] = allowsOf(situation, 'identity');
  return allow && { by: 'statement', statement: allow.match };
}

function resourceGrant(situation: Situation, reach: GrantReach): Grant | undefined {
  const allow = allowsOf(situation, 'resource').find(
    ({ statement }) => reachOf(statement, situation.principal, situation.options) === reach,
  );
  return allow && { by: 'statement', statement: allow.match };
}

function allowsOf({ layers }: Situation, wanted: Layer): readonly ApplyingStatement[] {
  return layers.flatMap(({ layer, applying }) => (layer === wanted ? applying : []));
}

function grant({ match }: ApplyingStatement): AccessDecision {
  return { granted: true, grant: { by: 'statement', statement: match } };
}

function refuse(
  layer: Layer,
  { level, cause = 'no-allow' }: Partial<Omit<Refusal, 'layer'>> = {},
): AccessDecision {
  return { granted: false, refusal: { layer, level, cause } };
}
