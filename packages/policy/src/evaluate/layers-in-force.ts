import type { Policy } from '../language/policy.ts';
import { type PolicySource, readPolicy } from '../language/read-policy.ts';
import type { NormalisedRequest } from './access-request.ts';
import type { Layer, PolicySet } from './policy-set.ts';
import type { RequestParties } from './request-parties.ts';

export interface LayerDocuments {
  readonly layer: Layer;
  readonly level: number | undefined;
  readonly documents: readonly Policy[];
}

/**
 * The layers that have a say in the request, in the order in which they are asked. A layer without
 * any policy is left out, but a level of control policies is not: there it allows nothing.
 * @throws PolicyFormatError
 */
export function layersInForce(
  policies: PolicySet,
  { request, parties }: { readonly request: NormalisedRequest; readonly parties: RequestParties },
): readonly LayerDocuments[] {
  const ofCaller = parties.iamPrincipal
    ? [
        ...layerOf('identity', policies.identity),
        ...layerOf('boundary', listOf(policies.boundary)),
        ...layerOf('session', policies.session),
      ]
    : [];
  return [
    ...(bindsResource(policies, request, parties)
      ? levelsOf('resourceControl', policies.resourceControl)
      : []),
    ...(bindsCaller(policies, parties) ? levelsOf('serviceControl', policies.serviceControl) : []),
    ...layerOf('vpcEndpoint', listOf(policies.vpcEndpoint)),
    ...layerOf('resource', listOf(policies.resource)),
    ...ofCaller,
  ];
}

/**
 * Service control policies bind the principals of member accounts, the root user among them, but no
 * service-linked roles.
 * Source: Organizations User Guide, "Service control policies (SCPs)".
 */
function bindsCaller(policies: PolicySet, { iamPrincipal }: RequestParties): boolean {
  return iamPrincipal && !policies.managementAccount && !policies.serviceLinkedRole;
}

/**
 * Resource control policies bind whoever calls, except service-linked roles; not the resources of
 * the management account, and not the retiring of KMS grants.
 * Source: Organizations User Guide, "Resource control policies (RCPs)".
 */
function bindsResource(
  policies: PolicySet,
  request: NormalisedRequest,
  { crossAccount }: RequestParties,
): boolean {
  const ofManagementAccount = policies.managementAccount === true && !crossAccount;
  const exempt = request.action.toLowerCase() === 'kms:retiregrant';
  return !ofManagementAccount && !policies.serviceLinkedRole && !exempt;
}

function layerOf(
  layer: Layer,
  sources: readonly PolicySource[] | undefined,
): readonly LayerDocuments[] {
  if (sources === undefined || sources.length === 0) return [];
  return [{ layer, level: undefined, documents: sources.map(readPolicy) }];
}

function levelsOf(
  layer: Layer,
  levels: readonly (readonly PolicySource[])[] = [],
): readonly LayerDocuments[] {
  return levels.map((sources, level) => ({ layer, level, documents: sources.map(readPolicy) }));
}

function listOf(source: PolicySource | undefined): readonly PolicySource[] {
  return source === undefined ? [] : [source];
}
