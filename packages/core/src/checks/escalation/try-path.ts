import type { PolicyDocument } from '@rolecall/policy';
import type { Actor } from './actor.ts';
import { type Ask, type Certainty, concernsOnlyItself, type Layers, mayConcern } from './ask.ts';
import type { EscalationPath, EscalationStep } from './escalation-path.ts';
import { freeRegions, freeResources, isFree, type Place } from './free-resources.ts';
import { type Facts, resourceFacts } from './request-facts.ts';

/** What a way up goes through in this account. */
export interface Through {
  /** The user, role or group that is written or used; the caller itself where it is that. */
  readonly actor: Actor | undefined;
  /** ARN of a managed policy. */
  readonly policy: string | undefined;
  /** ARN of a SAML provider. */
  readonly provider: string | undefined;
}

/** A request, and what allows it. */
export interface ProvenRequest {
  readonly action: string;
  readonly resource: string;
  /** Condition keys that the path or a condition asks for. */
  readonly context: Facts;
  readonly allowedBy: readonly string[];
}

export interface Attempt {
  readonly certainty: Certainty;
  readonly requests: readonly ProvenRequest[];
}

export interface Trial {
  readonly ask: Ask;
  readonly layers: (actor: Actor, action: string) => Layers;
  readonly place: Place;
  /** ARNs of policies that make administrator; AdministratorAccess first. */
  readonly adminPolicies: () => readonly string[];
}

const strongestFirst: readonly Certainty[] = ['certain', 'conditional', 'undecided'];

export function weakest(certainties: readonly Certainty[]): Certainty {
  return certainties.reduce(
    (a, b) => (strongestFirst.indexOf(a) > strongestFirst.indexOf(b) ? a : b),
    'certain' satisfies Certainty,
  );
}

export function isStronger(a: Certainty, b: Certainty | undefined): boolean {
  return b === undefined || strongestFirst.indexOf(a) < strongestFirst.indexOf(b);
}

/** What is the same for all that a path could go through. */
export interface Prepared {
  readonly caller: Actor;
  readonly path: EscalationPath;
  readonly layers: readonly Layers[];
  readonly statements: Parameters<typeof freeResources>[1];
  readonly regions: readonly string[];
  readonly choices: readonly Choice[];
  /** No other user, group or role can be gone through. */
  readonly isShutToOthers: boolean;
}

export function preparePath(caller: Actor, path: EscalationPath, trial: Trial): Prepared {
  const layers = path.steps.map(({ action }) => trial.layers(caller, action));
  const statements = layers.flatMap(({ identity, boundary }) => [
    ...identity.flatMap((part) => part.statements),
    ...(boundary?.statements ?? []),
  ]);
  const usesFree = path.steps.some(({ resource }) => isFree(resource));
  return {
    caller,
    path,
    layers,
    statements,
    regions: usesFree ? freeRegions(statements, trial.place.region) : [trial.place.region],
    isShutToOthers: path.steps.some(({ resource, trust }, index) => {
      const layer = layers[index];
      if (trust !== undefined || layer === undefined) return false;
      return ['user', 'group', 'role'].includes(resource) && concernsOnlyItself(layer, caller);
    }),
    choices: choices(path, new Set(layers.flatMap(({ keys }) => keys)), trial),
  };
}

/** Whether the caller may make all requests of a path, by the choice of names that serves best. */
export function tryPath(prepared: Prepared, through: Through, trial: Trial): Attempt | undefined {
  const { caller, path, layers, statements } = prepared;
  const tried = { caller, path, through, trial };
  const isShut = path.steps.some(({ resource, trust }, index) => {
    if (trust !== undefined || isFree(resource)) return false;
    const [bound, layer] = [resourceOf(resource, tried), layers[index]];
    return bound === undefined || layer === undefined || !mayConcern(layer, bound, caller);
  });
  if (isShut) return undefined;
  let best: Attempt | undefined;
  for (const region of prepared.regions) {
    for (const choice of prepared.choices) {
      const attempt = attemptWith(tried, { region, choice, statements });
      if (attempt?.certainty === 'certain') return attempt;
      if (attempt !== undefined && isStronger(attempt.certainty, best?.certainty)) best = attempt;
    }
  }
  return best;
}

/** What the caller puts into its requests. */
export interface Choice {
  readonly policy: string;
  readonly boundary: string | undefined;
}

function choices(
  { steps }: EscalationPath,
  keys: ReadonlySet<string>,
  { adminPolicies, place }: Trial,
): readonly Choice[] {
  const administrator = `arn:${place.partition}:iam::aws:policy/AdministratorAccess`;
  const asked = (key: string) => (keys.has(key) ? adminPolicies() : [administrator]);
  const replaces = steps.some(({ action }) => /^iam:Put\w+PermissionsBoundary$/.test(action));
  const makes = steps.some(({ action }) => /^iam:Create(?:Role|User)$/.test(action));
  const bounded = keys.has('iam:permissionsboundary') ? adminPolicies() : [];
  const boundaries = replaces
    ? asked('iam:permissionsboundary')
    : [undefined, ...(makes ? bounded : [])];
  return asked('iam:policyarn').flatMap((policy) =>
    boundaries.map((boundary) => ({ policy, boundary })),
  );
}

interface Case {
  readonly caller: Actor;
  readonly path: EscalationPath;
  readonly through: Through;
  readonly trial: Trial;
}

interface Chosen {
  readonly region: string;
  readonly choice: Choice;
  readonly statements: Parameters<typeof freeResources>[1];
}

function attemptWith(tried: Case, chosen: Chosen): Attempt | undefined {
  const { path, trial } = tried;
  const place = { ...trial.place, region: chosen.region };
  const kinds = [...new Set(path.steps.map(({ resource }) => resource))];
  const byKind = new Map<string, Attempt>();
  const requests = new Map<EscalationStep, ProvenRequest>();
  for (const kind of kinds) {
    const steps = path.steps.filter(({ resource }) => resource === kind);
    const names = isFree(kind)
      ? freeResources(kind, chosen.statements, place)
      : [resourceOf(kind, tried)];
    let best: Attempt | undefined;
    for (const name of names) {
      const attempt = name === undefined ? undefined : askSteps(steps, name, tried, chosen);
      if (attempt === undefined || !isStronger(attempt.certainty, best?.certainty)) continue;
      best = attempt;
      if (best.certainty === 'certain') break;
    }
    if (best === undefined) return undefined;
    byKind.set(kind, best);
    for (const [index, step] of steps.entries()) {
      const request = best.requests[index];
      if (request !== undefined) requests.set(step, request);
    }
  }
  return {
    certainty: weakest([...byKind.values()].map(({ certainty }) => certainty)),
    requests: path.steps.flatMap((step) => requests.get(step) ?? []),
  };
}

function askSteps(
  steps: readonly EscalationStep[],
  resource: string,
  { caller, path, through, trial }: Case,
  { region, choice }: Chosen,
): Attempt | undefined {
  const requests: ProvenRequest[] = [];
  const certainties: Certainty[] = [];
  for (const step of steps) {
    const own = stepFacts(step, { caller, through, region, choice, home: trial.place });
    const answer = trial.ask({
      actor: caller,
      action: step.action,
      resource,
      facts: { ...own.told, ...own.resource },
      openTags: path.workload !== undefined && isFree(step.resource),
      trust: trustFor(step, caller, through),
    });
    if (answer === undefined) return undefined;
    const { certainty, allowedBy } = answer;
    certainties.push(certainty);
    const context = { ...own.shown, ...answer.context };
    requests.push({ action: step.action, resource, context, allowedBy });
  }
  return { certainty: weakest(certainties), requests };
}

function stepFacts(
  { action, resource, context = {} }: EscalationStep,
  given: {
    readonly caller: Actor;
    readonly through: Through;
    readonly region: string;
    readonly choice: Choice;
    readonly home: Place;
  },
): { readonly told: Facts; readonly shown: Facts; readonly resource: Facts } {
  const { caller, through, region, choice, home } = given;
  const shown: Facts = {
    ...Object.fromEntries(
      Object.entries(context).map(([key, value]) => [
        key,
        value.replace('{partition}', home.partition),
      ]),
    ),
    ...(/^iam:Attach\w+Policy$/.test(action) && { 'iam:PolicyARN': choice.policy }),
    ...(choice.boundary !== undefined && { 'iam:PermissionsBoundary': choice.boundary }),
  };
  const written = resource === 'self' ? caller : resource === 'policy' ? undefined : through.actor;
  return {
    shown,
    told: {
      ...regionOf(action, region, home),
      ...Object.fromEntries(
        Object.entries(shown).map(([key, value]) => [key.toLowerCase(), value]),
      ),
    },
    resource:
      replacesBoundary(action) || written === undefined || isFree(resource)
        ? {}
        : resourceFacts(written),
  };
}

/** IAM answers in one region, STS in every one; PassRole is part of the request to a service. */
function regionOf(action: string, region: string, home: Place): Facts {
  if (action.startsWith('sts:')) return {};
  const isIam = action.startsWith('iam:') && action !== 'iam:PassRole';
  return { 'aws:requestedregion': isIam ? home.region : region };
}

/** Its request holds the new boundary, and not the one there is. */
function replacesBoundary(action: string): boolean {
  return /^iam:Put\w+PermissionsBoundary$/.test(action);
}

function resourceOf(kind: string, { caller, through }: Case): string | undefined {
  switch (kind) {
    case '*':
      return '*';
    case 'self':
      return caller.arn;
    case 'policy':
      return through.policy;
    case 'provider':
      return through.provider;
    default:
      return through.actor?.arn;
  }
}

function trustFor(
  { trust }: EscalationStep,
  caller: Actor,
  { actor }: Through,
): PolicyDocument | undefined {
  if (trust === undefined) return undefined;
  if (trust === 'existing') return actor?.role?.trust;
  return {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { AWS: caller.arn }, Action: 'sts:AssumeRole' }],
  };
}
