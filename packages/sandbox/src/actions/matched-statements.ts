import { memberOf, parseJson, positionsOf, type StatementMatch } from '@rolecall/policy';
import type { HeldPolicy } from '../account/held-policies.ts';
import type { HeldPolicies } from '../authorize-by-policies.ts';
import type * as api from '../wire/iam-api.gen.ts';

/** The statements that apply, as simulations show them: whose policy, and where in its text. */
export function matchedStatements(
  matched: readonly StatementMatch[],
  held: HeldPolicies,
): readonly api.Statement[] {
  return matched.flatMap((match) => {
    const policy = policyOf(match, held);
    if (policy === undefined) return [];
    return [
      {
        SourcePolicyId: policy.id,
        SourcePolicyType: policy.type,
        ...placeOf(policy.text(), match.statement),
      },
    ];
  });
}

function policyOf({ layer, policy }: StatementMatch, held: HeldPolicies): HeldPolicy | undefined {
  switch (layer) {
    case 'identity':
      return held.identity[policy];
    case 'boundary':
      return held.boundary;
    case 'resource':
      return held.resource;
    case 'session':
      return held.session?.[policy];
    case 'serviceControl':
    case 'resourceControl':
    case 'vpcEndpoint':
      return undefined;
    default:
      return layer satisfies never;
  }
}

/** Lines and columns from 1; AWS does not say from where it counts columns. */
function placeOf(
  text: string,
  index: number,
): Pick<api.Statement, 'StartPosition' | 'EndPosition'> {
  const parsed = parseJson(text);
  const root = parsed.ok ? parsed.tree.root : undefined;
  const all = root?.kind === 'object' ? memberOf(root, 'Statement') : undefined;
  const node = all?.kind === 'array' ? all.items[index] : all;
  if (node === undefined) return {};
  const positionAt = positionsOf(text);
  const place = (offset: number): api.Position => {
    const { line, column } = positionAt(offset);
    return { Line: line, Column: column + 1 };
  };
  return { StartPosition: place(node.start), EndPosition: place(node.end) };
}
