import {
  asList,
  type Policy,
  type PolicyDocument,
  type PolicyStatement,
  readPolicy,
  statementsOf,
} from '@rolecall/policy';
import { documentText } from '../document-text.ts';
import { type ActionList, actionsOfStatements } from './granted-actions.ts';

/** A policy document, taken apart by the actions of the catalogue. */
export interface CompiledDocument {
  /** The same for equal documents, and for no others. */
  readonly id: number;
  readonly document: PolicyDocument;
  /** Actions that an Allow is about, in lower case. */
  readonly allows: ReadonlySet<string>;
  /** Whether any statement is about an action of the catalogue; what is not decides nothing here. */
  readonly isRelevant: boolean;
  readonly about: (action: string) => ActionPart;
}

/** What a document says of one action. */
export interface ActionPart {
  readonly statements: readonly PolicyStatement[];
  /** Of the document: before 2012-10-17 variables are plain text. */
  readonly version: { readonly Version?: string };
  /** Place of each of them in the document, from 0. */
  readonly places: readonly number[];
  /** Undefined where the document is no policy. */
  readonly policy: Policy | undefined;
  /** Without conditions and without conditional denials: it allows at least as much. */
  readonly widest: Policy | undefined;
  /** Keys of conditions, in lower case. */
  readonly keys: readonly string[];
  /** Whether it depends on who asks. */
  readonly isPersonal: boolean;
}

export function compileDocuments(
  actions: ActionList,
): (document: PolicyDocument) => CompiledDocument {
  const byText = new Map<string, CompiledDocument>();
  const byObject = new Map<PolicyDocument, CompiledDocument>();
  return (document) => {
    const seen = byObject.get(document);
    if (seen !== undefined) return seen;
    const text = documentText(document);
    const made = byText.get(text) ?? compile(document, actions, byText.size);
    byText.set(text, made);
    byObject.set(document, made);
    return made;
  };
}

function compile(document: PolicyDocument, actions: ActionList, id: number): CompiledDocument {
  const statements = statementsOf(document);
  const about = actionsOfStatements(document, actions);
  const parts = new Map<string, ActionPart>();
  return {
    id,
    document,
    allows: new Set(
      about.flatMap((names, index) => (statements[index]?.Effect === 'Allow' ? [...names] : [])),
    ),
    isRelevant: about.some((names) => names.size > 0),
    about: (written) => {
      const action = written.toLowerCase();
      const known = parts.get(action);
      if (known !== undefined) return known;
      const places = about.flatMap((names, index) => (names.has(action) ? [index] : []));
      const made = partOf(document, places, action);
      parts.set(action, made);
      return made;
    },
  };
}

function partOf(document: PolicyDocument, places: readonly number[], action: string): ActionPart {
  const all = statementsOf(document);
  const statements = places.flatMap((place) => {
    const statement = all[place];
    if (statement === undefined) return [];
    const { NotAction: _, ...others } = statement;
    return [{ ...others, Action: action }];
  });
  const version = document.Version === undefined ? {} : { Version: document.Version };
  const widest = statements
    .filter(({ Effect, Condition }) => Effect === 'Allow' || isEmpty(Condition))
    .map(({ Condition: _, ...others }) => others);
  const keys = statements.flatMap(({ Condition = {} }) =>
    Object.values(Condition).flatMap((tests) => Object.keys(tests).map((key) => key.toLowerCase())),
  );
  return {
    statements,
    version,
    places,
    policy: read({ ...version, Statement: statements }),
    widest: read({ ...version, Statement: widest }),
    keys: [...new Set(keys)],
    isPersonal:
      keys.some((key) => /^aws:(?:principal|user)/.test(key)) ||
      statements.some((statement) => holdsVariable(statement)),
  };
}

function read(document: PolicyDocument): Policy | undefined {
  try {
    return readPolicy(document);
  } catch {
    // Only the form of a document can be at fault; such a document decides nothing.
    return undefined;
  }
}

function isEmpty(condition: PolicyStatement['Condition']): boolean {
  return condition === undefined || Object.keys(condition).length === 0;
}

function holdsVariable({ Resource, NotResource, Condition }: PolicyStatement): boolean {
  return (
    [...asList(Resource), ...asList(NotResource)].some((pattern) => pattern.includes('${')) ||
    (Condition !== undefined && JSON.stringify(Condition).includes('${'))
  );
}
