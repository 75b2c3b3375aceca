import {
  type Blueprint,
  type BlueprintDiagnostic,
  defaultCheckSettings,
  expandBlueprint,
  expiryTag,
  findBlueprint,
  jsonSchema,
  type Manifest,
  nearestBlueprint,
  type ResourceSections,
} from '@rolecall/core';
import type { Json } from '@rolecall/policy';
import type { AccountRecord, PrincipalMapping, RoleRequestRecord } from '../model/records.ts';
import { personTrust } from './person-trust.ts';
import { pointerOf, type RequestFault } from './request-fault.ts';
import { nameParameters, ownName, principalParameters, scopeOfRequest } from './request-names.ts';
import { type ShapeFault, shapeSections } from './shape-sections.ts';

export interface RequestManifestInput {
  readonly request: Pick<RoleRequestRecord, 'id' | 'blueprint' | 'parameters' | 'durationSeconds'>;
  readonly account: Pick<AccountRecord, 'id' | 'partition'>;
  /** Who the person is in AWS; from the service's own map, never from the request. */
  readonly mapping: PrincipalMapping | undefined;
}

export type RequestManifest =
  | {
      readonly kind: 'manifest';
      readonly manifest: Manifest;
      /** The same as data, to be kept with the grant. */
      readonly document: Json;
    }
  | { readonly kind: 'refused'; readonly faults: readonly RequestFault[] };

/** The name under which the manifest uses the blueprint. */
const useName = 'request';

/**
 * What a request declares for its account: the resources of its blueprint in a scope of their own,
 * under names of their own, trusting the person who asks. The same request gives the same manifest.
 */
export function requestManifest(input: RequestManifestInput): RequestManifest {
  const { request, account, mapping } = input;
  const blueprint = findBlueprint(request.blueprint);
  if (blueprint === undefined) return refused([unknownBlueprint(request.blueprint)]);
  const reserved = principalParameters(blueprint).filter((name) =>
    Object.hasOwn(request.parameters, name),
  );
  if (reserved.length > 0) return refused(reserved.map(reservedFault));
  const person = mapping === undefined ? undefined : personTrust(mapping, account);
  if (person?.kind === 'fault')
    return refused([
      { code: 'principal-invalid', pointer: null, message: person.message, hint: askAdministrator },
    ]);

  const scope = scopeOfRequest(request.id);
  const context = { account: account.id, partition: account.partition, scope };
  const values = valuesOf(blueprint, input);
  const expanded = expandBlueprint({ blueprint, values, context });
  if (!expanded.success) return refused(expanded.diagnostics.map(parameterFault));
  const shape = (sections: ResourceSections) =>
    shapeSections(sections, { request, person: person?.trust });
  const shaped = shape(expanded.sections);
  if (shaped.kind === 'fault') return refused([shapeFault(shaped.code, blueprint)]);

  const position = { file: `role-requests/${request.id}`, line: 1, column: 1 };
  const manifest: Manifest = {
    scope,
    account: account.id,
    partition: account.partition,
    prune: { enabled: true, maxDeletes: mostResources, iamOnly: true },
    // Set when the grant begins, and again when it is extended; no part of what was approved.
    ignoreTags: [expiryTag],
    checks: defaultCheckSettings,
    declarations: [],
    blueprints: [
      {
        name: useName,
        use: blueprint.id,
        with: values,
        includeRetired: false,
        locate: () => position,
        shape: (sections) => {
          const again = shape(sections);
          return again.kind === 'shaped' ? again.sections : sections;
        },
      },
    ],
    files: [position.file],
  };
  const document = toJson({ version: 1, ...context, ...shaped.sections });
  return { kind: 'manifest', manifest, document };
}

/** More than any blueprint makes: the limit is there for manifests, and a scope holds one grant. */
const mostResources = 100;

/** With the request's own names, and something in the place of whom the roles will trust. */
function valuesOf(
  blueprint: Blueprint,
  { request, account }: RequestManifestInput,
): { readonly [name: string]: Json } {
  const principals = principalParameters(blueprint);
  const forPeople = principals.length > 0;
  const names = nameParameters(blueprint).flatMap((name): [string, Json][] => {
    const parameter = blueprint.parameters[name];
    const given = request.parameters[name] ?? parameter?.default;
    // What is no text stays, to be refused; what is left out and optional stays out.
    if (typeof given !== 'string') return [];
    return [[name, ownName(given, request.id, { forPeople })]];
  });
  const nobody = `arn:${account.partition}:iam::${account.id}:root`;
  const trusted = principals.map((name): [string, Json] => [
    name,
    blueprint.parameters[name]?.type === 'list' ? [nobody] : nobody,
  ]);
  return { ...request.parameters, ...Object.fromEntries([...names, ...trusted]) };
}

function unknownBlueprint(id: string): RequestFault {
  const near = nearestBlueprint(id);
  return {
    code: 'blueprint-unknown',
    pointer: '/blueprint',
    message: `There is no blueprint ${JSON.stringify(id)}.`,
    hint: near === undefined ? null : `Did you mean "${near.id}"?`,
  };
}

function reservedFault(name: string): RequestFault {
  return {
    code: 'parameter-reserved',
    pointer: pointerOf(['parameters', name]),
    message: `${name} is not yours to give: the role trusts whoever asks for it.`,
    hint: 'Leave it out.',
  };
}

function parameterFault({ path, message, hint }: BlueprintDiagnostic): RequestFault {
  const [, ...rest] = path;
  return {
    code: 'parameter-invalid',
    pointer: pointerOf(['parameters', ...rest]),
    // A manifest has its parameters under "with".
    message: message.replace(/^with\./, ''),
    hint: hint ?? null,
  };
}

const askAdministrator = 'Ask an administrator of this service to map you to a principal of AWS.';

function shapeFault(code: ShapeFault, { id }: Blueprint): RequestFault {
  switch (code) {
    case 'principal-missing':
      return {
        code,
        pointer: null,
        message: 'Nobody has said who you are in this account, so that no role can trust you.',
        hint: askAdministrator,
      };
    case 'not-self-service':
      return {
        code,
        pointer: '/blueprint',
        message: `${id} with these parameters makes something else than roles and their policies, which would not end with a grant, or trusts others than you or a service.`,
        hint: 'Have it declared in the manifest of the account.',
      };
    default:
      return code satisfies never;
  }
}

function refused(faults: readonly RequestFault[]): RequestManifest {
  return { kind: 'refused', faults };
}

function toJson(value: unknown): Json {
  return jsonSchema.parse(JSON.parse(JSON.stringify(value)));
}
