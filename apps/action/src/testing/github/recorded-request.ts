/** One request as it came, in order. */
export interface RecordedRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  /** The parsed JSON, or undefined where nothing was sent. */
  readonly body: unknown;
  /** `issues/create-comment`; undefined for what the description does not know. */
  readonly operation: string | undefined;
  /** What was answered; undefined while it is under way or where the connection was dropped. */
  status: number | undefined;
}

/** What is wrong with a request, whatever it was answered. */
export interface Fault {
  readonly kind:
    | 'unknown-path'
    | 'parameters'
    | 'body'
    | 'headers'
    | 'credentials'
    /** Right, but the stand-in does not know how GitHub answers it. */
    | 'not-modelled'
    /** The stand-in's own answer is not as described. */
    | 'answer';
  /** `POST /repos/…`. */
  readonly request: string;
  readonly message: string;
}
