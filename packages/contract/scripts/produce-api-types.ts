import openapiTS, { astToString, tsUnion, UNDEFINED } from 'openapi-typescript';
import ts from 'typescript';

/**
 * The types of the paths, operations and schemas of an OpenAPI document, as TypeScript. Needs the
 * compiler's API, which TypeScript 7 does not have; so it lies where TypeScript 5 is installed.
 */
export async function produceApiTypes(document: URL): Promise<string> {
  const nodes = await openapiTS(document, {
    immutable: true,
    // Whoever sends a body may leave out what has a default.
    defaultNonNullable: false,
    silent: true,
    transformProperty: allowUndefined,
  });
  return `${header}${astToString(nodes.filter(isWanted))}`;
}

/** JSON leaves `undefined` out, so a member that may be missing may as well be that. */
function allowUndefined(property: ts.PropertySignature): ts.PropertySignature {
  const { modifiers, name, questionToken, type } = property;
  if (questionToken === undefined || type === undefined) return property;
  const optional = tsUnion([type, UNDEFINED]);
  return ts.factory.updatePropertySignature(property, modifiers, name, questionToken, optional);
}

/** The others are empty, or are there twice. */
const wanted: ReadonlySet<string> = new Set(['paths', 'components', 'operations']);

function isWanted(node: ts.Node): boolean {
  return ts.isInterfaceDeclaration(node) && wanted.has(node.name.text);
}

const header = '// From openapi.yaml; npm run generate writes it.\n\n';
