import { policyDocumentSchema, RolecallError } from '@rolecall/core';
import { type PolicyStatement, printJson, statementsOf } from '@rolecall/policy';
import { nameOf, readPolicies } from './policy-files.ts';

/** The statements of a policy file that hold what CloudTrail does not record. */
export async function readDeclaredStatements(
  cwd: string,
  file: string,
): Promise<readonly PolicyStatement[]> {
  return (await readPolicies(cwd, [file])).flatMap((policy) => {
    const json = policy.tree === undefined ? '' : printJson(policy.tree.root);
    const parsed = policyDocumentSchema.safeParse(JSON.parse(json));
    if (parsed.success) return statementsOf(parsed.data);
    throw new RolecallError('POLICY_INVALID', `${nameOf(policy)} is not a policy.`, {
      hint: 'See all that is wrong with `rolecall policy lint`.',
      cause: parsed.error,
    });
  });
}
