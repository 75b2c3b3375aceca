import type { LintCondition, LintStatement, PrincipalText } from '../../lint-document.ts';
import type { LintRule, RuleFinding } from '../../lint-rule.ts';
import { builtInProviders } from './curated-keys.ts';
import { hasWildcard, ruleOfStatements } from './statement-queries.ts';
import { isOidcProvider, mayBeTrustPolicy } from './trust-actions.ts';

/**
 * MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL, MISSING_GITHUB_REPO_CONDITION_KEY,
 * SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED, CONFIRM_AUDIENCE_CLAIM_TYPE and
 * FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE.
 */
export const oidcTrustRule: LintRule = ruleOfStatements((statement, document) => {
  if (!mayBeTrustPolicy(document) || statement.effect !== 'Allow') return [];
  const providers = statement.principals.filter(
    (principal) => !principal.negated && isOidcProvider(principal),
  );
  if (providers.length === 0) return [];
  const keys = new Set(statement.conditions.map(({ key }) => key.toLowerCase()));
  const prefixes = new Set([...keys].map((key) => key.slice(0, key.indexOf(':'))));
  return [
    ...providers.flatMap((provider) => missingKeys(provider, keys, prefixes)),
    ...statement.conditions.flatMap(audienceFindings),
    ...branchFindings(statement),
  ];
});

const githubDomain = 'token.actions.githubusercontent.com';

function missingKeys(
  provider: PrincipalText,
  keys: ReadonlySet<string>,
  prefixes: ReadonlySet<string>,
): readonly RuleFinding[] {
  const name = providerName(provider);
  const findings: RuleFinding[] = [];
  if (!prefixes.has(name))
    findings.push({
      issueCode: 'MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL',
      details: `Every user of ${name} may assume the role. Add conditions on keys that begin with ${name}:.`,
      places: [provider.place],
    });
  if (isGithub(name) && !keys.has(`${name}:sub`))
    findings.push({
      issueCode: 'MISSING_GITHUB_REPO_CONDITION_KEY',
      details: `Workflows of any repository may assume the role. Add a condition on ${name}:sub.`,
      places: [provider.place],
    });
  return findings;
}

/** What the provider's condition keys begin with, in lower case. */
function providerName({ value }: PrincipalText): string {
  const at = value.indexOf(':oidc-provider/');
  return (at === -1 ? value : value.slice(at + ':oidc-provider/'.length)).toLowerCase();
}

/** The provider of GitHub, or that of one enterprise (`…/octo-enterprise`). */
function isGithub(name: string): boolean {
  return name === githubDomain || name.startsWith(`${githubDomain}/`);
}

/**
 * IAM cannot tell whether the aud of a provider of one's own is a list, so it asks on any use of
 * the key, with a qualifier or without.
 */
function audienceFindings({ key, keyPlace, operator }: LintCondition): readonly RuleFinding[] {
  const lower = key.toLowerCase();
  if (!lower.endsWith(':aud') || !lower.includes('.')) return [];
  if (operator?.qualifier === 'ForAnyValue')
    return [
      {
        issueCode: 'FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE',
        details: `${key} has a single value; ForAnyValue does not belong there. Remove it.`,
        places: [keyPlace],
      },
    ];
  if (builtInProviders.has(lower.slice(0, -':aud'.length))) return [];
  return [
    {
      issueCode: 'CONFIRM_AUDIENCE_CLAIM_TYPE',
      details: `${key} names who the token is meant for. Check that it has a single value; if so, use no qualifier.`,
      places: [keyPlace],
    },
  ];
}

function branchFindings({ conditions }: LintStatement): readonly RuleFinding[] {
  const namesRef = conditions.some(
    ({ key, values, operator }) =>
      isGithubClaim(key, 'ref') &&
      operator !== undefined &&
      !operator.negated &&
      values.length > 0 &&
      !values.some(({ value }) => hasWildcard(value)),
  );
  return conditions
    .filter(({ key, operator }) => isGithubClaim(key, 'sub') && operator?.comparison !== 'Null')
    .flatMap(({ key, values }) =>
      values
        .filter(({ value }) => !isSpecific(value, namesRef))
        .map(({ place }) => ({
          issueCode: 'SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED',
          details: `Name the repository and the branch in ${key}, or the branch in a condition on the ref claim.`,
          places: [place],
        })),
    );
}

function isGithubClaim(key: string, claim: string): boolean {
  const lower = key.toLowerCase();
  return lower.startsWith(githubDomain) && lower.endsWith(`:${claim}`);
}

/** `repo:owner/name:ref:refs/heads/branch`; the branch may stand in the ref claim instead. */
function isSpecific(subject: string, namesRef: boolean): boolean {
  const [, repository = '', rest = ''] = /^repo:([^:]*):?(.*)$/s.exec(subject) ?? [];
  if (hasWildcard(repository) || !repository.includes('/')) return false;
  return namesRef || (/(?:^|:)ref:refs\//.test(rest) && !hasWildcard(rest));
}
