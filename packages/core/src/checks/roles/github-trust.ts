import type { PolicyDocument, PolicyStatement } from '@rolecall/policy';
import { conditionTests, hasWildcards } from '../condition-tests.ts';
import type { FederatedIssuer } from '../federated-issuers.ts';
import {
  askTrust,
  assumeRoleWithWebIdentity,
  spareCondition,
  spareMissing,
  spareNamed,
  spareOthers,
} from '../trust-question.ts';
import {
  narrowingClaims,
  type SubjectScope,
  scopeOfClaim,
  scopeOfSubject,
} from './github-subject.ts';

/** What a trust in GitHub's tokens lets in beside what it should. */
export interface GithubTrust {
  /** Any repository of anybody. */
  readonly strangers: boolean;
  readonly undecided: string | undefined;
  /** It does not ask for the subject at all; strangers are kept out by another claim. */
  readonly subjectUntested: boolean;
  /** It would let in a token without a subject. */
  readonly withoutSubject: boolean;
  /** All repositories of an owner. */
  readonly wholeOwner: boolean;
  /** Runs for pull requests: `named` where the trust says so itself. */
  readonly pullRequests: 'no' | 'among-others' | 'named';
  readonly anyAudience: boolean;
  /** A value that no token has. */
  readonly never: readonly string[];
}

export function readGithubTrust(
  trust: PolicyDocument,
  { principal, issuer }: FederatedIssuer,
): GithubTrust {
  const subKey = `${issuer}:sub`;
  const tests = conditionTests(trust);
  const subjects = tests.filter(({ key }) => key === subKey);
  const within = (...scopes: readonly SubjectScope[]) =>
    spareNamed(trust, {
      [subKey]: (value, test) => scopes.includes(scopeOfSubject(value, test)),
      ...Object.fromEntries(
        narrowingClaims.map((claim) => [
          `${issuer}:${claim}`,
          (value: string) => scopes.includes(scopeOfClaim(claim, value)),
        ]),
      ),
    });
  const ask = (...spared: readonly PolicyStatement[]) =>
    askTrust(trust, {
      action: assumeRoleWithWebIdentity,
      spared: [spareOthers({ Federated: principal }), ...spared],
    });
  const asks = (...spared: readonly PolicyStatement[]) => ask(...spared).verdict === 'yes';
  // GitHub's tokens always have one.
  const hasSubject = spareMissing(subKey);
  const strangers = ask(hasSubject, ...within('repository', 'owner', 'never'));
  const values = subjects.flatMap((test) => test.values.map((value) => ({ value, test })));
  const runsOfPulls = spareCondition('StringNotLike', subKey, '*:pull_request');
  return {
    strangers: strangers.verdict === 'yes',
    undecided: strangers.verdict === 'undecided' ? strangers.reason : undefined,
    subjectUntested: subjects.length === 0,
    withoutSubject:
      subjects.length > 0 && mayLackKeys(trust) && asks(...within('repository', 'owner', 'never')),
    wholeOwner: asks(hasSubject, ...within('repository', 'never')),
    pullRequests: values.some(({ value }) => value.endsWith(':pull_request'))
      ? 'named'
      : asks(hasSubject, runsOfPulls)
        ? 'among-others'
        : 'no',
    anyAudience: asks(
      ...spareNamed(trust, { [`${issuer}:aud`]: (value, test) => !hasWildcards(test, value) }),
      spareMissing(`${issuer}:aud`),
    ),
    never: values
      .filter(({ value, test }) => scopeOfSubject(value, test) === 'never')
      .map(({ value }) => value),
  };
}

/** Whether any operator also holds where its key is missing: most trusts have none. */
function mayLackKeys(trust: PolicyDocument): boolean {
  return /IfExists|ForAllValues:|Not|Null/i.test(JSON.stringify(trust));
}
