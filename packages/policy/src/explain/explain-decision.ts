import type { AccessRequest } from '../evaluate/access-request.ts';
import type { Evaluation, Refusal, StatementMatch } from '../evaluate/evaluation.ts';
import type { Layer, PolicySet } from '../evaluate/policy-set.ts';
import type { PolicySource } from '../language/read-policy.ts';
import { explainRefusal, type MissedAllow } from './near-misses.ts';

/** Why a request is allowed or denied, and what is missing. */
export interface DecisionExplanation {
  readonly decision: Evaluation['decision'];
  /** One sentence. */
  readonly because: string;
  /** `undefined` where no single statement decided. */
  readonly decidedBy: StatementMatch | undefined;
  /** Where an Allow is missing: the statements of that layer that come nearest, nearest first. */
  readonly nearMisses: readonly NearMiss[];
}

export interface NearMiss extends MissedAllow {
  readonly layer: Layer;
  readonly level: number | undefined;
}

export interface DecisionContext {
  readonly evaluation: Evaluation;
  readonly request: AccessRequest;
  readonly policies: PolicySet;
}

/** @throws PolicyFormatError */
export function explainDecision(context: DecisionContext): DecisionExplanation {
  const { evaluation } = context;
  switch (evaluation.decision) {
    case 'allowed': {
      const { decidedBy: grant } = evaluation;
      const decidedBy = grant.by === 'statement' ? grant.statement : undefined;
      const because =
        decidedBy === undefined
          ? 'The root user needs no identity policy, and nothing else stands in the way.'
          : `${policyOf(decidedBy)} allows it, and nothing else stands in the way.`;
      return { decision: 'allowed', because, decidedBy, nearMisses: [] };
    }
    case 'explicitDeny': {
      const { decidedBy } = evaluation;
      const because = `${policyOf(decidedBy)} denies it; a Deny goes before every Allow.`;
      return { decision: 'explicitDeny', because, decidedBy, nearMisses: [] };
    }
    case 'implicitDeny': {
      const { decidedBy: refusal } = evaluation;
      const nearMisses = nearMissesOf(refusal, context);
      return {
        decision: 'implicitDeny',
        because: becauseOf(refusal),
        decidedBy: undefined,
        nearMisses,
      };
    }
    default:
      return evaluation satisfies never;
  }
}

/** What a layer is called in a sentence. */
export const layerNames: Readonly<Record<Layer, string>> = {
  resourceControl: 'resource control policy',
  serviceControl: 'service control policy',
  vpcEndpoint: 'VPC endpoint policy',
  resource: 'resource policy',
  identity: 'identity policy',
  boundary: 'permissions boundary',
  session: 'session policy',
};

function policyOf({ layer, level }: StatementMatch): string {
  return `A statement of ${article(layer)} ${layerNames[layer]}${levelText(level)}`;
}

function article(layer: Layer): string {
  return layer === 'boundary' || layer === 'resource' ? 'the' : layer === 'identity' ? 'an' : 'a';
}

function levelText(level: number | undefined): string {
  return level === undefined ? '' : ` (level ${level + 1})`;
}

function becauseOf({ layer, level, cause }: Refusal): string {
  switch (cause) {
    case 'no-allow':
      return `No ${layerNames[layer]}${levelText(level)} allows it, and here one has to.`;
    case 'only-delegated':
      return 'The resource policy leaves it to the account, and no identity policy allows it.';
    case 'no-session-policy':
      return 'A federated user has only what session policies pass on, and there are none.';
    default:
      return cause satisfies never;
  }
}

function nearMissesOf(
  { layer, level }: Refusal,
  { request, policies }: DecisionContext,
): readonly NearMiss[] {
  const boundaryAttached = policies.boundary !== undefined;
  const sources = sourcesOf(policies, { layer, level });
  const { nearMisses } = explainRefusal(sources, request, { boundaryAttached });
  return nearMisses.map((miss) => ({ layer, level, ...miss }));
}

function sourcesOf(
  policies: PolicySet,
  { layer, level }: Pick<Refusal, 'layer' | 'level'>,
): readonly PolicySource[] {
  if (layer === 'serviceControl' || layer === 'resourceControl')
    return policies[layer]?.[level ?? 0] ?? [];
  if (layer === 'identity' || layer === 'session') return policies[layer] ?? [];
  const one = policies[layer];
  return one === undefined ? [] : [one];
}
