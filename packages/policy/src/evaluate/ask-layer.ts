import type { Statement } from '../language/policy.ts';
import type { NormalisedRequest } from './access-request.ts';
import { matchDocuments } from './decide-documents.ts';
import type { LayerReason, StatementMatch } from './evaluation.ts';
import type { LayerDocuments } from './layers-in-force.ts';
import type { MatchOptions } from './match-options.ts';
import type { Layer } from './policy-set.ts';

/** A layer in force with the statements that apply to the request. */
export interface AskedLayer {
  readonly layer: Layer;
  readonly level: number | undefined;
  readonly applying: readonly ApplyingStatement[];
}

export interface ApplyingStatement {
  readonly statement: Statement;
  readonly match: StatementMatch;
}

export function askLayer(
  { layer, level, documents }: LayerDocuments,
  request: NormalisedRequest,
  options: MatchOptions,
): AskedLayer {
  const applying = matchDocuments(documents, request, options).map(({ document, statement }) => {
    const { index, sid, effect } = statement;
    return { statement, match: { layer, level, policy: document, statement: index, sid, effect } };
  });
  return { layer, level, applying };
}

export function reasonOf({ layer, level, applying }: AskedLayer): LayerReason {
  const statements = applying.map(({ match }) => match);
  return { layer, level, outcome: outcomeOf(statements), statements };
}

function outcomeOf(statements: readonly StatementMatch[]): LayerReason['outcome'] {
  if (statements.some(({ effect }) => effect === 'Deny')) return 'denies';
  return statements.length > 0 ? 'allows' : 'silent';
}
