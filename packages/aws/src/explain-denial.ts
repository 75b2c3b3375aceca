/**
 * Says which kind of policy stood in the way and who can change that. AWS words it "with an
 * explicit deny in a service control policy" or "because no identity-based policy allows the …".
 * Source: IAM User Guide, "Troubleshoot access denied error messages".
 */
export function explainDenial(message: string, action: string): string {
  const [, how, kind = ''] = wording.exec(message) ?? [];
  const remedy = remedies.get(kind.toLowerCase());
  if (remedy === undefined) return `Allow ${action} to the caller. AWS says: ${message}`;
  return how === 'because no'
    ? `No ${kind} allows ${action}: ${remedy}`
    : `An explicit deny in ${article(kind)} ${kind} covers ${action}: ${remedy}`;
}

/** The action that AWS names in "… is not authorized to perform: iam:ListUsers on …". */
export function deniedAction(message: string): string | undefined {
  return /not authorized to perform: ([\w-]+:\w+)/.exec(message)?.[1];
}

const wording =
  /(explicit deny in|because no) (?:an? |the )?((?:service control|resource control|session|identity-based|resource-based|VPC endpoint) policy|permissions boundary)/;

const remedies = new Map([
  ['service control policy', "ask the organization's administrators; no account can override it."],
  ['resource control policy', "ask the organization's administrators; no account can override it."],
  ['permissions boundary', "change the caller's permissions boundary, or use another principal."],
  ['session policy', 'sign in without that session policy, or with a wider one.'],
  ['identity-based policy', 'change the policies of the caller.'],
  ['resource-based policy', 'change the policy of the resource.'],
  ['vpc endpoint policy', 'change the policy of the VPC endpoint, or go another way.'],
]);

function article(kind: string): string {
  return kind.startsWith('identity') ? 'an' : 'a';
}
