import { type PolicySide, type PrincipalAccess, RolecallError } from '@rolecall/core';
import {
  type AccessRequest,
  type DecisionExplanation,
  type Evaluation,
  evaluateRequest,
  explainDecision,
  type Layer,
  type PolicySet,
  parseArn,
} from '@rolecall/policy';
import { contextOfCaller, mergeContext } from './derived-context.ts';
import { parseContext } from './evaluate-options.ts';
import { readPolicies } from './policy-files.ts';
import { sideOfFiles } from './policy-side.ts';
import { findPrincipal, requestPrincipalOf, sideOfHeld } from './snapshot-principal.ts';

export interface EvaluateOptions {
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
  readonly context?: readonly string[];
  readonly snapshot?: string;
  readonly boundary?: string;
  readonly resourcePolicy?: string;
  readonly resourceAccount?: string;
  readonly session?: readonly string[];
  readonly scp?: readonly (readonly string[])[];
  readonly rcp?: readonly (readonly string[])[];
}

export interface Evaluated {
  readonly request: AccessRequest;
  readonly evaluation: Evaluation;
  readonly explanation: DecisionExplanation;
  /** Where the statements of a layer stand. */
  readonly sideOf: (place: {
    readonly layer: Layer;
    readonly level: number | undefined;
  }) => PolicySide;
  /** What a snapshot lacks. With it only an explicit deny is certain. */
  readonly unread: readonly string[];
}

/** What the policies in files and in a snapshot decide about one request. */
export async function evaluateFiles(
  cwd: string,
  files: readonly string[],
  options: EvaluateOptions,
): Promise<Evaluated> {
  const held = await heldBy(cwd, options);
  const layers = await layersOf(cwd, files, { options, held });
  const request = requestOf(options, held);
  const policies = policySet(layers, options);
  const evaluation = evaluateRequest(request, policies);
  const explanation = explainDecision({ evaluation, request, policies });
  return {
    request,
    evaluation,
    explanation,
    sideOf: ({ layer, level }) => layers[layer][level ?? 0] ?? nowhere,
    unread: held?.unread ?? [],
  };
}

const nowhere = sideOfFiles([]);

type Layers = Readonly<Record<Layer, readonly PolicySide[]>>;

function heldBy(cwd: string, { snapshot, principal }: EvaluateOptions) {
  return snapshot === undefined
    ? Promise.resolve(undefined)
    : findPrincipal(cwd, { file: snapshot, arn: principal });
}

interface LayerInput {
  readonly options: EvaluateOptions;
  readonly held: PrincipalAccess | undefined;
}

async function layersOf(
  cwd: string,
  files: readonly string[],
  { options, held }: LayerInput,
): Promise<Layers> {
  const { boundary, resourcePolicy, session, scp = [], rcp = [] } = options;
  const read = async (paths: readonly string[]) => sideOfFiles(await readPolicies(cwd, paths));
  const one = async (path: string | undefined) =>
    path === undefined ? [] : [await onlyOne(cwd, path)];
  if (held !== undefined && files.length > 0)
    throw new RolecallError('USAGE', 'With --snapshot the policies come from the snapshot.', {
      hint: 'Leave out the files, or --snapshot.',
    });
  const heldBoundary = held?.boundary;
  return {
    identity: held === undefined ? [await read(files)] : [sideOfHeld(held.policies)],
    boundary:
      boundary === undefined && heldBoundary?.document !== undefined
        ? [sideOfHeld([{ label: `boundary ${heldBoundary.arn}`, document: heldBoundary.document }])]
        : await one(boundary),
    resource: await one(resourcePolicy),
    session: session === undefined ? [] : [await read(session)],
    serviceControl: await Promise.all(scp.map(read)),
    resourceControl: await Promise.all(rcp.map(read)),
    vpcEndpoint: [],
  };
}

async function onlyOne(cwd: string, path: string): Promise<PolicySide> {
  const policies = await readPolicies(cwd, [path]);
  if (policies.length === 1) return sideOfFiles(policies);
  throw new RolecallError('USAGE', `${path} holds ${policies.length} policies; here one is meant.`);
}

function policySet(layers: Layers, options: EvaluateOptions): PolicySet {
  const sourcesOf = (layer: Layer) => layers[layer].map(({ sources }) => sources);
  const [resource] = sourcesOf('resource').flat();
  const [boundary] = sourcesOf('boundary').flat();
  const [session] = sourcesOf('session');
  const serviceControl = sourcesOf('serviceControl');
  const resourceControl = sourcesOf('resourceControl');
  return {
    identity: sourcesOf('identity').flat(),
    ...(resource && { resource, resourceKind: resourceKindOf(options) }),
    ...(boundary && { boundary }),
    ...(session && { session }),
    ...(serviceControl.length > 0 && { serviceControl }),
    ...(resourceControl.length > 0 && { resourceControl }),
    ...(options.resourceAccount !== undefined && { resourceAccount: options.resourceAccount }),
  };
}

/** Trust and key policies have to allow by themselves. */
function resourceKindOf({ action, resource }: EvaluateOptions): 'trust' | 'kms-key' | 'other' {
  const arn = parseArn(resource);
  if (arn?.service === 'kms' && arn.resource.startsWith('key/')) return 'kms-key';
  const isRole = arn?.service === 'iam' && arn.resource.startsWith('role/');
  return isRole && action.toLowerCase().startsWith('sts:') ? 'trust' : 'other';
}

function requestOf(options: EvaluateOptions, held: PrincipalAccess | undefined): AccessRequest {
  const { principal, action, resource } = options;
  const derived = contextOfCaller({ arn: held?.arn ?? principal, tags: held?.tags });
  return {
    principal: held === undefined ? principal : requestPrincipalOf(held, principal),
    action,
    resource,
    context: mergeContext(parseContext(options.context), derived),
  };
}
