import type { Json } from '@rolecall/policy';
import type { Blueprint } from '../blueprints/blueprint.ts';
import { findBlueprint } from '../blueprints/catalogue.ts';
import { type Resolve, substitute } from '../blueprints/substitute.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { freeName } from './free-name.ts';
import type { BlueprintStep, Mending } from './guide.ts';

/** A blueprint as a manifest uses it; what of a manifest matters to a guide. */
export interface DeclaredEntry {
  readonly name: string;
  readonly use: string;
  readonly with: { readonly [name: string]: unknown };
}

/** What a manifest would say so that a step is done. */
export interface PlannedEntry {
  /** As in `blueprints.{name}`. */
  readonly name: string;
  readonly use: string;
  readonly with: { readonly [name: string]: unknown };
  readonly includeRetired: boolean;
  /** Parameters that only a person can tell. */
  readonly needs: readonly string[];
  /** To be named in the setting of the same name. */
  readonly emergencyPrincipals: readonly string[];
  /** Whether the manifest says it already: then it waits for being applied. */
  readonly declared: boolean;
}

export interface EntryContext {
  readonly snapshot: Snapshot;
  readonly declared: readonly DeclaredEntry[];
  /** Values that a person gave, for whatever entry has such a parameter. */
  readonly values: { readonly [name: string]: unknown };
  readonly includeRetired: boolean;
  /** ARN of what another step saw first. */
  readonly arnOf: (step: string) => string | undefined;
  /** Regions in which the check fails that the entry mends. */
  readonly failing?: readonly string[];
}

/** What of a step an entry is made from. */
type EntryStep = Pick<BlueprintStep, 'entry' | 'use' | 'with'> &
  Partial<Pick<BlueprintStep, 'emergencyPrincipals'> & Pick<Mending, 'asks'>>;

/** The entry of a step, with names that are not taken; as it stands where it is declared. */
export function planEntry(step: EntryStep, context: EntryContext): PlannedEntry {
  const { declared, values, includeRetired } = context;
  const blueprint = blueprintOf(step);
  const found = declared.find(({ use }) => use === step.use);
  const given = found?.with ?? {
    ...suggest(step, blueprint, context),
    ...ownOf(values, blueprint),
  };
  const named = fillFrom({ ...defaultsOf(blueprint), ...given });
  return {
    name: found?.name ?? freeEntry(step.entry, declared),
    use: step.use,
    with: given,
    includeRetired,
    needs: Object.entries(blueprint.parameters)
      .filter(([name, { default: usual, optional }]) => {
        const isAsked = optional !== true || step.asks?.includes(name) === true;
        return usual === undefined && isAsked && given[name] === undefined;
      })
      .map(([name]) => name),
    emergencyPrincipals: (step.emergencyPrincipals ?? []).map(named),
    declared: found !== undefined,
  };
}

/** What stands in a manifest below `blueprints.{name}`. */
export function manifestEntry({ use, with: values, includeRetired }: PlannedEntry) {
  return {
    use,
    ...(includeRetired && { includeRetired }),
    ...(Object.keys(values).length > 0 && { with: values }),
  };
}

/** The values by which the signs of a step are read: declared, suggested, or the default. */
export function fillParameters(
  step: BlueprintStep,
  declared: readonly DeclaredEntry[],
): (text: string) => string {
  const found = declared.find(({ use }) => use === step.use);
  return fillFrom({ ...defaultsOf(blueprintOf(step)), ...(found?.with ?? step.with) });
}

function blueprintOf({ use }: Pick<BlueprintStep, 'use'>): Blueprint {
  const blueprint = findBlueprint(use);
  if (blueprint === undefined) throw new Error(`a guide names the blueprint ${use}`);
  return blueprint;
}

function suggest(
  step: EntryStep,
  blueprint: Blueprint,
  { snapshot, arnOf, failing = [] }: EntryContext,
): { readonly [name: string]: Json } {
  const { account, partition } = snapshot.caller;
  const resolve: Resolve = (name) =>
    name === 'account'
      ? account
      : name === 'partition'
        ? partition
        : name === 'failing'
          ? failing
          : arnOf(/^arn:(.+)$/.exec(name)?.[1] ?? '');
  const suggested = Object.fromEntries(
    Object.entries(step.with).map(([name, value]) => [name, substitute(value, resolve)]),
  );
  const names = Object.entries(blueprint.parameters).flatMap(
    ([parameter, { type, default: usual }]) => {
      const wanted = suggested[parameter] ?? usual;
      if (type !== 'name' || typeof wanted !== 'string') return [];
      const free = freeName(parameter, wanted, snapshot);
      return free === wanted ? [] : [[parameter, free] as const];
    },
  );
  return { ...suggested, ...Object.fromEntries(names) };
}

function ownOf(values: EntryContext['values'], { parameters }: Blueprint) {
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => Object.hasOwn(parameters, name)),
  );
}

function defaultsOf({ parameters }: Blueprint): { readonly [name: string]: unknown } {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, parameter]) => [name, parameter.default]),
  );
}

function fillFrom(values: { readonly [name: string]: unknown }): (text: string) => string {
  return (text) =>
    text.replace(/\{\{([A-Za-z]+)\}\}/g, (all, name: string) => {
      const value = values[name];
      return typeof value === 'string' ? value : all;
    });
}

/** A name in the manifest that stands for no other blueprint. */
function freeEntry(wanted: string, declared: readonly DeclaredEntry[]): string {
  const taken = new Set(declared.map(({ name }) => name));
  if (!taken.has(wanted)) return wanted;
  let number = 2;
  while (taken.has(`${wanted}-${number}`)) number += 1;
  return `${wanted}-${number}`;
}
