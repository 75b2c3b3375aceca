import { type PolicyDocument, policySize } from '@rolecall/policy';
import { RolecallError } from '../model/errors.ts';
import type { BootstrapPolicy, ReasonedStatement } from './bootstrap.ts';

/** Characters of a managed policy. Source: IAM User Guide, "IAM and AWS STS quotas". */
const managedPolicySize = 6144;

export function documentOf(statements: readonly ReasonedStatement[]): PolicyDocument {
  return { Version: '2012-10-17', Statement: statements.map(({ statement }) => statement) };
}

/**
 * The statements as one managed policy, or as several where they are too long: `name`, `name-2` …
 * @throws RolecallError PARAMETER_INVALID where one statement alone is too long
 */
export function packPolicies(
  { name, description }: Pick<BootstrapPolicy, 'name' | 'description'>,
  statements: readonly ReasonedStatement[],
): readonly BootstrapPolicy[] {
  const packed: ReasonedStatement[][] = [];
  for (const reasoned of statements) {
    if (policySize(documentOf([reasoned])) > managedPolicySize) throw tooLong(reasoned);
    const last = packed.at(-1);
    const fits = last && policySize(documentOf([...last, reasoned])) <= managedPolicySize;
    if (fits) last.push(reasoned);
    else packed.push([reasoned]);
  }
  return packed.map((group, index) => ({
    name: index === 0 ? name : `${name}-${index + 1}`,
    description: index === 0 ? description : `${description} Part ${index + 1}.`,
    statements: group,
    document: documentOf(group),
  }));
}

function tooLong({ statement }: ReasonedStatement): RolecallError {
  return new RolecallError(
    'PARAMETER_INVALID',
    `The statement ${statement.Sid} alone is longer than the ${managedPolicySize} characters of a managed policy.`,
    { hint: 'Give more of the roles a boundary, or divide the manifest into scopes.' },
  );
}
