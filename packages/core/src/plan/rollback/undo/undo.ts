import type { Json } from '@rolecall/policy';
import type { DesiredOf, LiveOf, ResourceType } from '../../../model/resource.ts';
import type { Facets } from '../../plan.ts';
import { membersOf } from '../members-of.ts';

/** How what plans do to resources of a kind is taken back. All of it is pure. */
export interface Undo<T extends ResourceType> {
  /** All that a plan compares of one, by the names that `steps` has for it. */
  readonly facets: (live: LiveOf<T>) => Facets;
  /** The declaration under which it has exactly these facets; `undefined` where none says so. */
  readonly desired: (about: About, facets: Facets) => DesiredOf<T> | undefined;
  /** What an operation changed, in those facets; left out, what it shows. */
  readonly steps?: (operation: ShownOperation) => readonly FacetStep[];
  /** A facet in the form that is compared, where that is not the usual one. */
  readonly compared?: (facet: string, value: Json) => Json;
  /** Facets that AWS fills in where what makes the resource says nothing of them. */
  readonly filledIn?: readonly string[];
  /** What AWS will not take away again, in words: `its description`. */
  readonly lasting?: (now: Facets, then: Facets) => readonly string[];
}

/** A kind of which nothing is taken back, and why. */
export interface NoUndo {
  readonly stays: string;
}

export interface About {
  readonly name: string;
  readonly address: string;
}

/** An operation as a plan file shows it. */
export interface ShownOperation {
  readonly facet: string;
  readonly input: { readonly [member: string]: unknown };
  readonly before: Json;
  readonly after: Json;
  /** What the call writes over, where `before` shows less. */
  readonly previous?: Json | undefined;
}

/** What a plan did to one facet. */
export interface FacetStep {
  readonly facet: string;
  readonly before: Json;
  readonly after: Json;
}

/** What is made is shown facet by facet; a mark is none. */
export function shownSteps({ facet, before, after }: ShownOperation): readonly FacetStep[] {
  if (facet === 'ownership') return [];
  return facet === '' ? madeSteps(membersOf(after)) : [{ facet, before, after }];
}

/** Every facet of something new. */
export function madeSteps(facets: Facets): readonly FacetStep[] {
  return Object.entries(facets).map(([facet, after]) => ({ facet, before: null, after }));
}
