import {
  canonicalJson,
  canonicalPolicy,
  type PolicyDocument,
  type PolicyStatement,
  policySize,
  statementsOf,
} from '@rolecall/policy';
import {
  fillPlaceholders,
  type OpenPlaceholder,
  openPlaceholders,
  type PlaceholderValues,
  unusedValues,
} from './generate-policy-placeholders.ts';

export interface MergeInput {
  readonly generated: readonly PolicyDocument[];
  readonly values: PlaceholderValues;
  /**
   * What CloudTrail does not record and the principal needs all the same: `iam:PassRole`, data
   * events. Read as Version 2012-10-17.
   */
  readonly declared: readonly PolicyStatement[];
}

export interface MergedPolicy {
  /** Everything in one document, however large. */
  readonly document: PolicyDocument;
  /** The same statements in documents that each fit into a managed policy. */
  readonly parts: readonly PolicyPart[];
  /** Declared statements that were added; their Sid may have been made unique. */
  readonly added: readonly PolicyStatement[];
  /** Declared statements that AWS had generated already. */
  readonly alreadyThere: readonly PolicyStatement[];
  /** Not empty: the policy is not fit for use yet. */
  readonly placeholders: readonly OpenPlaceholder[];
  /** Values that were given for placeholders which do not occur. */
  readonly unusedValues: readonly string[];
}

export interface PolicyPart {
  readonly document: PolicyDocument;
  /** As IAM counts them, without white space. Above the limit only for one large statement. */
  readonly characters: number;
}

/** Characters of a managed policy. Source: IAM User Guide, "IAM and AWS STS quotas". */
export const managedPolicyCharacters = 6_144;

/** Fills the placeholders of what AWS generated and adds the declared statements at the end. */
export function mergeGenerated({ generated, values, declared }: MergeInput): MergedPolicy {
  const templates = generated.flatMap(statementsOf);
  const filled = withoutRepeats(fillPlaceholders(templates, values));
  const known = new Set(filled.map(meaningOf));
  const isKnown = (statement: PolicyStatement) => known.has(meaningOf(statement));
  const wanted = withoutRepeats(declared.filter((statement) => !isKnown(statement)));
  const statements = withUniqueSids([...filled, ...wanted]);
  return {
    document: documentOf(statements),
    parts: packStatements(statements),
    added: statements.slice(filled.length),
    alreadyThere: declared.filter(isKnown),
    placeholders: openPlaceholders(filled),
    unusedValues: unusedValues(templates, values),
  };
}

function documentOf(statements: readonly PolicyStatement[]): PolicyDocument {
  return { Version: '2012-10-17', Statement: statements };
}

function withoutRepeats(statements: readonly PolicyStatement[]): readonly PolicyStatement[] {
  const byMeaning = new Map<string, PolicyStatement>();
  for (const statement of statements) {
    const meaning = meaningOf(statement);
    if (!byMeaning.has(meaning)) byMeaning.set(meaning, statement);
  }
  return [...byMeaning.values()];
}

/** The same text for statements that mean the same, whatever their Sid. */
function meaningOf(statement: PolicyStatement): string {
  // Identity policies name no principals, which is all that a partition would be for.
  return canonicalJson(canonicalPolicy(documentOf([statement]), { partition: 'aws' }));
}

/** Documents that AWS split may use a Sid twice, which one document may not. */
function withUniqueSids(statements: readonly PolicyStatement[]): readonly PolicyStatement[] {
  const taken = new Set(statements.map(({ Sid }) => Sid));
  const seen = new Set<string>();
  const nextNumber = new Map<string, number>();
  return statements.map((statement) => {
    const { Sid } = statement;
    if (Sid === undefined) return statement;
    if (!seen.has(Sid)) {
      seen.add(Sid);
      return statement;
    }
    let number = nextNumber.get(Sid) ?? 2;
    while (taken.has(`${Sid}${number}`)) number += 1;
    nextNumber.set(Sid, number + 1);
    taken.add(`${Sid}${number}`);
    return { ...statement, Sid: `${Sid}${number}` };
  });
}

/** Keeps the order; a document is closed when the next statement would not fit. */
function packStatements(statements: readonly PolicyStatement[]): readonly PolicyPart[] {
  const frame = policySize(documentOf([]));
  const parts: PolicyPart[] = [];
  let open: PolicyStatement[] = [];
  let characters = frame;
  const close = () => {
    if (open.length > 0) parts.push({ document: documentOf(open), characters });
    open = [];
    characters = frame;
  };
  for (const statement of statements) {
    const size = policySize(documentOf([statement])) - frame;
    // One more for the comma.
    if (open.length > 0 && characters + size + 1 > managedPolicyCharacters) close();
    characters += size + (open.length > 0 ? 1 : 0);
    open.push(statement);
  }
  close();
  return parts;
}
