import type { JsonRecord } from '../json.ts';
import type { GitHubState } from '../state/github-state.ts';

/** A request once it was found to be as described. */
export interface Ask {
  readonly state: GitHubState;
  readonly limits: Limits;
  readonly path: Readonly<Record<string, string>>;
  /** A query parameter; those that nobody reads are reported as not modelled. */
  readonly query: (name: string) => string | undefined;
  readonly body: unknown;
  /** The media type that is wanted, `json` or `raw`. */
  readonly media: string;
  /** Where this request went, with the numeric form of the repository as GitHub's links have it. */
  readonly link: URL;
  /** The address of an artifact's archive, on a host of its own. */
  readonly storageUrl: (artifact: number) => string;
}

export interface Limits {
  /** Characters of the body of a comment or issue. */
  readonly commentCharacters: number;
  /** Entries of a recursive tree. */
  readonly treeEntries: number;
}

export interface Answer {
  readonly status: number;
  /** What is known of the JSON body; the rest is filled in as described. */
  readonly body?: unknown;
  /** A body that is not JSON. */
  readonly raw?: Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Handler = (ask: Ask) => Answer;

/** GitHub refuses; the texts are from memory of its answers. */
export class Refusal extends Error {
  readonly status: number;
  readonly errors: readonly JsonRecord[] | undefined;

  constructor(status: number, message: string, errors?: readonly JsonRecord[]) {
    super(message);
    this.status = status;
    this.errors = errors;
  }
}

export function found<Found>(value: Found | undefined): Found {
  if (value === undefined) throw new Refusal(404, 'Not Found');
  return value;
}

export function validationFailed(error: JsonRecord): never {
  throw new Refusal(422, 'Validation Failed', [error]);
}
