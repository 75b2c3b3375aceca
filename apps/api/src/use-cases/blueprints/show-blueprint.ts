import type { Schema } from '@rolecall/contract';
import { type Blueprint, blueprints } from '@rolecall/core';

/** The catalogue, without what only a form needs. */
export function blueprintSummaries(): readonly Schema<'BlueprintSummary'>[] {
  return blueprints.map(summaryOf);
}

/** A whole blueprint, as a portal makes a form of it. */
export function showBlueprint(blueprint: Blueprint): Schema<'Blueprint'> {
  const { sources, parameters, resources, companions, notes } = blueprint;
  return { ...summaryOf(blueprint), sources, parameters, resources, companions, notes };
}

function summaryOf(blueprint: Blueprint): Schema<'BlueprintSummary'> {
  const { id, title, purpose, service, asOf } = blueprint;
  return { id, title, purpose, asOf, ...(service === undefined ? {} : { service }) };
}
