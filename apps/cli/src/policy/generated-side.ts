import type { MergedPolicy, OpenPlaceholder, PolicySide, SourcePosition } from '@rolecall/core';
import {
  asList,
  memberOf,
  type OneOrMany,
  type PolicyStatement,
  parseJson,
  positionsOf,
  type SyntaxNode,
  statementsOf,
} from '@rolecall/policy';
import { statementsIn } from './policy-kind.ts';

/** A policy as it is written to a file, with what is known of its places. */
export interface GeneratedSide extends PolicySide {
  readonly text: string;
  readonly placeholders: readonly PlacedPlaceholder[];
}

export interface PlacedPlaceholder extends OpenPlaceholder {
  readonly places: readonly PlaceholderPlace[];
}

export interface PlaceholderPlace {
  readonly resource: string;
  readonly position: SourcePosition;
}

/** The generated policy as the text of `file`; what is left open counts as `*` in comparisons. */
export function sideOfGenerated(
  { document, added, placeholders }: Pick<MergedPolicy, 'document' | 'added' | 'placeholders'>,
  file: string,
): GeneratedSide {
  const text = `${JSON.stringify(document, null, 2)}\n`;
  const parsed = parseJson(text);
  const nodes = parsed.ok ? statementsIn(parsed.tree.root) : [];
  const positionAt = positionsOf(text);
  const at = ({ start }: SyntaxNode): SourcePosition => {
    const { line, column } = positionAt(start);
    return { file, line, column: column + 1 };
  };
  const statements = statementsOf(document);
  const generated = statements.length - added.length;
  const resources = nodes.slice(0, generated).flatMap(resourceNodes);
  const open = placeholders.map(({ name }) => `\${${name}}`);
  return {
    text,
    names: [file],
    sources: [
      {
        ...document,
        Statement: statements.map((statement, index) =>
          index < generated ? withWildcards(statement, open) : statement,
        ),
      },
    ],
    versionOf: () => '2012-10-17',
    placeOf: ({ statement }) => {
      const node = nodes[statement];
      return node === undefined ? file : `${file}:${at(node).line}`;
    },
    placeholders: placeholders.map((placeholder) => ({
      ...placeholder,
      places: resources.flatMap((node) =>
        node.value.includes(`\${${placeholder.name}}`)
          ? [{ resource: node.value, position: at(node) }]
          : [],
      ),
    })),
  };
}

function resourceNodes(statement: SyntaxNode) {
  if (statement.kind !== 'object') return [];
  return ['Resource', 'NotResource']
    .flatMap((name) => memberOf(statement, name) ?? [])
    .flatMap((node) => (node.kind === 'array' ? node.items : [node]))
    .flatMap((node) => (node.kind === 'string' ? [node] : []));
}

/** A placeholder matches nothing as it stands, and would hide what the policy will allow. */
function withWildcards(statement: PolicyStatement, open: readonly string[]): PolicyStatement {
  const { Resource, NotResource } = statement;
  const fill = (resource: OneOrMany) =>
    asList<string>(resource).map((text) =>
      open.reduce((filled, placeholder) => filled.replaceAll(placeholder, '*'), text),
    );
  return {
    ...statement,
    ...(Resource !== undefined && { Resource: fill(Resource) }),
    ...(NotResource !== undefined && { NotResource: fill(NotResource) }),
  };
}
