/** What AWS's API model says of one value in a request. Names refer to other shapes of the table. */
export type Shape =
  | {
      readonly type: 'string';
      readonly min?: number;
      readonly max?: number;
      readonly pattern?: string;
      readonly values?: readonly string[];
    }
  | { readonly type: 'number'; readonly min?: number; readonly max?: number }
  | { readonly type: 'boolean' }
  | { readonly type: 'map'; readonly of: string }
  | { readonly type: 'list'; readonly of: string; readonly min?: number; readonly max?: number }
  | {
      readonly type: 'structure';
      readonly required: readonly string[];
      readonly members: Readonly<Record<string, string>>;
    };

export type Shapes = Readonly<Record<string, Shape>>;
