import { comparePairs, reportComparisons } from './bench-compare.ts';
import { benchLint } from './bench-lint.ts';
import { benchLoading } from './bench-loading.ts';
import { benchZ3 } from './bench-z3.ts';
import { loadManagedPolicies } from './managed-policies.ts';
import { policyPairs } from './policy-pairs.ts';

/** Measures the policy engine and prints each part as it is done. */
export async function benchPolicy(print: (text: string) => void): Promise<void> {
  print(await benchLoading());
  const managed = loadManagedPolicies();
  if (!managed.ok) {
    print(`The AWS-managed policies are left out, moto cannot be asked: ${managed.reason}`);
    return;
  }
  print(benchLint(managed.value));
  const compared = comparePairs(policyPairs(managed.value));
  print(reportComparisons(compared));
  print(benchZ3(compared));
}
