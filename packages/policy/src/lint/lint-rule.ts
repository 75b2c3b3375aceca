import type { ActionData } from '../actions/action-data.ts';
import type { LintDocument, Place } from './lint-document.ts';

/** A finding of a rule, before the catalogue adds its type and link. */
export interface RuleFinding {
  readonly issueCode: string;
  /** A full sentence in our own words. */
  readonly details: string;
  readonly places: readonly Place[];
}

/** Looks for a few related issue codes in a document. Pure; the order of findings is that of the text. */
export type LintRule = (document: LintDocument, data: ActionData) => readonly RuleFinding[];
