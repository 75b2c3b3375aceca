import {
  type AccessComparison,
  type AccessDiff,
  type AccessLayers,
  compareEffectiveAccess,
  diffEffectiveAccess,
  type PolicyDocument,
  PolicyFormatError,
  type PolicySource,
  readPolicy,
} from '@rolecall/policy';

/** The documents of a principal: the first layer is that of its policies, then what limits them. */
export interface DocumentLayers {
  readonly layers: readonly (readonly PolicyDocument[])[];
}

export interface LayerSides {
  readonly old: DocumentLayers;
  readonly next: DocumentLayers;
}

/**
 * Compares the documents of one principal after another. Those that hold the same documents are
 * compared once, as the answer names documents by their place only.
 */
export interface LayerComparer {
  /** Whether both sides are the same, text by text. */
  isSame(sides: LayerSides): boolean;
  compare(sides: LayerSides): AccessComparison;
  /** Whether nothing more is allowed even if a policy that both sides have allows everything. */
  staysWithin(sides: LayerSides): boolean;
  /** `undefined` where no lists are asked for. */
  diff(sides: LayerSides): AccessDiff | undefined;
}

/** `shared`: documents that several principals hold. They are read once, and the others not kept. */
export function layerComparer(
  shared: Iterable<PolicyDocument>,
  { lists }: { readonly lists: 'made' | 'left out' },
): LayerComparer {
  const nameOf = documentNames();
  const read = new Map([...shared].map((document) => [document, readIfPossible(document)]));
  const nameLayers = ({ layers }: DocumentLayers) =>
    layers.map((layer) => layer.map(nameOf).join(' ')).join('/');
  const sourcesOf = ({ layers }: DocumentLayers): AccessLayers => ({
    layers: layers.map((layer) => layer.map((document) => read.get(document) ?? document)),
  });
  const once = <T>(answer: (old: AccessLayers, next: AccessLayers) => T) => {
    const known = new Map<string, T>();
    return ({ old, next }: LayerSides): T => {
      const name = `${nameLayers(old)} > ${nameLayers(next)}`;
      const found = known.get(name);
      if (found !== undefined) return found;
      const made = answer(sourcesOf(old), sourcesOf(next));
      known.set(name, made);
      return made;
    };
  };
  return {
    isSame: ({ old, next }) => nameLayers(old) === nameLayers(next),
    compare: once((old, next) => compareEffectiveAccess(old, next)),
    staysWithin: once(
      (old, next) =>
        compareEffectiveAccess(allowingMore(old), allowingMore(next)).verdict === 'none',
    ),
    diff: once((old, next) =>
      lists === 'made' ? diffEffectiveAccess(old, next, { budget: listBudget }) : undefined,
    ),
  };
}

/** The lists are there to be read; the verdict does not rest on them. */
const listBudget = 100_000;

/** A number for each text; a document that many hold is written out once. */
function documentNames(): (document: PolicyDocument) => number {
  const byDocument = new Map<PolicyDocument, number>();
  const byText = new Map<string, number>();
  return (document) => {
    const known = byDocument.get(document);
    if (known !== undefined) return known;
    const text = JSON.stringify(document);
    const name = byText.get(text) ?? byText.size;
    byText.set(text, name);
    byDocument.set(document, name);
    return name;
  };
}

/** Of what cannot be read the comparison says so itself, and in which place it stands. */
function readIfPossible(document: PolicyDocument): PolicySource {
  try {
    return readPolicy(document);
  } catch (error) {
    if (error instanceof PolicyFormatError) return document;
    throw error;
  }
}

const everything: PolicyDocument = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
};

function allowingMore({ layers: [policies = [], ...limits] }: AccessLayers): AccessLayers {
  return { layers: [[...policies, everything], ...limits] };
}
