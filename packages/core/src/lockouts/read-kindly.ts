import {
  type Policy,
  type PolicyDocument,
  PolicyFormatError,
  type PolicyStatement,
  readPolicy,
  statementsOf,
} from '@rolecall/policy';

/** Reads documents for one kind of asker; each once. */
export type KindReader = (document: PolicyDocument) => readonly Policy[];

/**
 * Reads policies in favour of whoever asks: a condition on a key of which nothing is known here, such
 * as where a call comes from, lets what is allowed be, and holds back what is denied. What is no
 * policy, AWS takes nowhere.
 */
export function readKindly(isKnown: (key: string) => boolean): KindReader {
  const kept = new WeakMap<PolicyDocument, readonly Policy[]>();
  return (document) => {
    const found = kept.get(document) ?? read(withoutUnknown(document, isKnown));
    kept.set(document, found);
    return found;
  };
}

function read(document: PolicyDocument): readonly Policy[] {
  try {
    return [readPolicy(document)];
  } catch (error) {
    if (error instanceof PolicyFormatError) return [];
    throw error;
  }
}

function withoutUnknown(
  document: PolicyDocument,
  isKnown: (key: string) => boolean,
): PolicyDocument {
  return {
    ...document,
    Statement: statementsOf(document).flatMap((statement): readonly PolicyStatement[] => {
      const { Condition = {}, ...rest } = statement;
      const entries = Object.entries(Condition).map(
        ([operator, keys]) => [operator, knownOf(keys, isKnown)] as const,
      );
      const isAllKnown = Object.entries(Condition).every(
        ([, keys], index) =>
          Object.keys(keys).length === Object.keys(entries[index]?.[1] ?? {}).length,
      );
      if (isAllKnown) return [statement];
      if (statement.Effect === 'Deny') return [];
      const left = entries.filter(([, keys]) => Object.keys(keys).length > 0);
      return [left.length === 0 ? rest : { ...rest, Condition: Object.fromEntries(left) }];
    }),
  };
}

function knownOf<T>(
  keys: { readonly [key: string]: T },
  isKnown: (key: string) => boolean,
): { readonly [key: string]: T } {
  return Object.fromEntries(Object.entries(keys).filter(([key]) => isKnown(key.toLowerCase())));
}
