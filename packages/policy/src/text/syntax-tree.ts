/**
 * A JSON (or YAML) text as a tree that keeps what `JSON.parse` drops: where each element stands,
 * keys that are written twice, numbers as they were spelt. Places are offsets in UTF-16 code units;
 * `positionAt` turns them into lines and columns.
 */
export type SyntaxNode =
  | ObjectNode
  | ArrayNode
  | StringNode
  | NumberNode
  | BooleanNode
  | NullNode
  | HoleNode;

interface Placed {
  /** Offset of the first character; a string's is that of its opening quote. */
  readonly start: number;
  /** Offset just after the last character. */
  readonly end: number;
}

export interface ObjectNode extends Placed {
  readonly kind: 'object';
  /** As written, keys that repeat included. */
  readonly members: readonly Member[];
}

export interface Member {
  readonly key: StringNode;
  readonly value: SyntaxNode;
}

export interface ArrayNode extends Placed {
  readonly kind: 'array';
  readonly items: readonly SyntaxNode[];
}

export interface StringNode extends Placed {
  readonly kind: 'string';
  readonly value: string;
}

export interface NumberNode extends Placed {
  readonly kind: 'number';
  /** As spelt: `1e400` and `1.0` stay what they are. */
  readonly text: string;
}

export interface BooleanNode extends Placed {
  readonly kind: 'boolean';
  readonly value: boolean;
}

export interface NullNode extends Placed {
  readonly kind: 'null';
}

/** A value that is known only later: an intrinsic function of CloudFormation, "known after apply". */
export interface HoleNode extends Placed {
  readonly kind: 'hole';
  /** Equal texts stand for equal values. */
  readonly text: string;
}

/** A text and its tree. */
export interface SyntaxTree {
  readonly text: string;
  readonly root: SyntaxNode;
}

/** The value of the first member called `name`. */
export function memberOf(node: ObjectNode, name: string): SyntaxNode | undefined {
  return node.members.find((member) => member.key.value === name)?.value;
}
