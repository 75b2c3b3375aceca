/** Where a REST request goes. Members that are in neither path nor query travel in the body. */
export interface Route {
  readonly method: string;
  /** `/analyzer/{analyzerName}`: members in braces. */
  readonly path: string;
  /** Name in the query → member. */
  readonly query: Readonly<Record<string, string>>;
}

/** By action. */
export type Routes = Readonly<Record<string, Route>>;
