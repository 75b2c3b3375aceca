import { refuse } from '../../aws-error.ts';
import type {
  AlternateIdentifier,
  AttributeOperation,
  ExternalId,
} from '../../wire/identity-store-api.gen.ts';

export function missing(kind: 'USER' | 'GROUP' | 'MEMBERSHIP'): never {
  refuse('ResourceNotFoundException', `${kind} not found.`);
}

/** The issuers's ids of what SCIM brought. */
export function externalIds({
  id,
  external,
}: {
  readonly id: string;
  readonly external: boolean;
}): readonly ExternalId[] | undefined {
  return external ? [{ Issuer: 'https://scim.aws.com/example', Id: id }] : undefined;
}

/** The value of the one attribute by which there can be only one. */
export function uniqueText({ UniqueAttribute }: AlternateIdentifier, path: string): string {
  const value: unknown = UniqueAttribute?.AttributeValue;
  if (UniqueAttribute?.AttributePath.toLowerCase() === path.toLowerCase()) {
    if (typeof value === 'string') return value;
  }
  return refuse('ValidationError', `AlternateIdentifier must be by ${path}.`);
}

interface Update {
  /** In lower case: paths of attributes ignore case. */
  readonly path: string;
  readonly text: string | undefined;
  readonly value: unknown;
}

export function textOperations(operations: readonly AttributeOperation[]): readonly Update[] {
  return operations.map(({ AttributePath, AttributeValue }) => {
    const value: unknown = AttributeValue;
    const text = typeof value === 'string' ? value : undefined;
    return { path: AttributePath.toLowerCase(), text, value };
  });
}
