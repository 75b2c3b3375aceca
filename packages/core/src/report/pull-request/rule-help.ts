export interface RuleHelp {
  /** Missing: the rule's own name says it. */
  readonly title: string | undefined;
  readonly text: string;
  /** Of GitHub's `security-severity`: above 9 critical, from 7 high, from 4 medium. */
  readonly score: string | undefined;
}

const rules: { readonly [rule: string]: RuleHelp } = {
  'risk/administrator': {
    title: 'Grants administrator access',
    text: 'A user or role could do everything in the account, or give itself the permissions to. Narrow its policies, or bound it by a permissions boundary.',
    score: '9.5',
  },
  'risk/public-trust': {
    title: 'Lets strangers assume a role',
    text: 'Somebody outside your organization could assume the role. Name the accounts that may, or tie the subject of the token to your own repository or project.',
    score: '9.5',
  },
  'risk/widened-trust': {
    title: 'Widens who may assume a role',
    text: 'Somebody could assume the role who could not before. Make sure that they are meant to.',
    score: '7.5',
  },
  'risk/boundary': {
    title: 'Changes a permissions boundary',
    text: 'A permissions boundary goes, or another takes its place. What it held back is allowed then.',
    score: '7.5',
  },
  'risk/identity-provider': {
    title: 'Changes who vouches for identities',
    text: 'An identity provider is new, or signs with another key. Who holds the key signs in as anybody whom role trusts let in by the provider: ask those who run it whether the certificate is theirs.',
    score: '7.5',
  },
  'risk/credential': {
    title: 'Makes credentials',
    text: 'A password or access key is made, or new ones go to another address. Make sure to whom it is delivered, and that nothing without a secret would do.',
    score: '7.5',
  },
  'risk/monitoring': {
    title: 'Hides what is found',
    text: 'An analyzer goes, or an archive rule hides findings before anybody has seen them. Narrow the rule to what is known and accepted.',
    score: '5.5',
  },
  'risk/contact': {
    title: 'Changes whom AWS writes to',
    text: 'Whoever heard from AWS about the account hears no more. Make sure that the new address is read.',
    score: '4.0',
  },
  'risk/undecided': {
    title: 'May grant new access',
    text: 'It could not be decided whether this grants more than before. Treat it as if it does.',
    score: '5.5',
  },
  'risk/used-role': {
    title: 'Deletes a role that is in use',
    text: 'The role was used in the last 90 days. Whatever uses it stops to work.',
    score: undefined,
  },
  'risk/replacement': {
    title: 'Deletes a resource and makes it anew',
    text: 'Sessions end, and trust policies that name the old one name nobody any more.',
    score: undefined,
  },
  'risk/granted': {
    title: 'Grants new access',
    text: 'A user or role could do what it could not do before.',
    score: '4.0',
  },
  'risk/new': {
    title: 'New user or role',
    text: 'A user or role is new, and may do what its policies allow.',
    score: undefined,
  },
  'risk/outside': {
    title: 'A policy outside the manifest grants new access',
    text: 'A policy in a file allows more than it did before the change, or nobody can tell.',
    score: '4.0',
  },
  conflict: {
    title: 'A resource stands in the way',
    text: 'The account has a resource of that name that this manifest does not own. Choose another name, or take it over.',
    score: undefined,
  },
};

/** What a rule is about and what to do, for those who meet it in code scanning. */
export function ruleHelp(rule: string): RuleHelp {
  const own = Object.hasOwn(rules, rule) ? rules[rule] : undefined;
  if (own !== undefined) return own;
  if (rule.startsWith('guardrail/'))
    return {
      title: `Refused by guardrails: ${rule.slice('guardrail/'.length)}`,
      text: 'The guardrails of the repository do not let this through. Change what is declared, or have the guardrails changed first, in a pull request of their own.',
      score: '7.5',
    };
  if (rule.startsWith('input/'))
    return {
      title: 'An input cannot be read',
      text: 'The manifest, the guardrails or a policy file does not have the form it must have.',
      score: undefined,
    };
  return {
    title: undefined,
    text: `A finding of the policy linter, ${rule}.`,
    score: undefined,
  };
}
