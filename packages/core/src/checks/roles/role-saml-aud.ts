import { asList, type PolicyDocument, statementsOf } from '@rolecall/policy';
import { byDocument } from '../by-document.ts';
import { defineCheck, type Verdict } from '../check.ts';
import { hasWildcards } from '../condition-tests.ts';
import { ownRoles, trustUndecided } from '../outside-trusts.ts';
import {
  askTrust,
  assumeRoleWithSaml,
  spareMissing,
  spareNamed,
  spareOthers,
} from '../trust-question.ts';

export const roleSamlAud = defineCheck({
  id: 'role-saml-aud',
  title: 'Roles for SAML sign-in test for whom the assertion was made',
  severity: 'low',
  subject: 'role',
  rationale:
    'SAML:aud is the address to which the assertion was sent. Untested, an assertion meant for ' +
    'another address of AWS, in another Region or partition, is as good.',
  remedy:
    'Add the condition StringEquals SAML:aud https://signin.aws.amazon.com/saml, or the address ' +
    'of your Region.',
  documentation:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_saml.html',
  needs: ['roles'],
  run: ({ roles }) => {
    const judge = byDocument(askAudience);
    return ownRoles(roles).flatMap((role): readonly Verdict[] => {
      const answer = judge(role.trust);
      if (answer === undefined) return [];
      const { name, arn: subject } = role;
      switch (answer.verdict) {
        case 'yes': {
          const message = `${name} does not test SAML:aud.`;
          return [{ outcome: 'fail', subject, message }];
        }
        case 'no':
          return [{ outcome: 'pass', subject, message: `${name} tests SAML:aud.` }];
        case 'undecided':
          return [trustUndecided(role, answer.reason)];
        default:
          return answer satisfies never;
      }
    });
  },
});

/** The sign-in of AWS, in whichever Region: it is still said for whom the assertion is. */
const anyRegion =
  /^https:\/\/\*\.?signin\.(?:aws\.amazon\.com|amazonaws\.cn|amazonaws-us-gov\.com)\/saml$/;

/** Undefined where the trust is not for SAML. */
function askAudience(trust: PolicyDocument) {
  const providers = statementsOf(trust)
    .flatMap(({ Effect, Principal }) =>
      Effect === 'Allow' && typeof Principal === 'object' ? asList(Principal['Federated']) : [],
    )
    .filter((principal) => principal.includes(':saml-provider/'));
  if (providers.length === 0) return undefined;
  return askTrust(trust, {
    action: assumeRoleWithSaml,
    spared: [
      spareOthers({ Federated: [...new Set(providers)] }),
      ...spareNamed(trust, {
        'saml:aud': (value, test) => !hasWildcards(test, value) || anyRegion.test(value),
      }),
      // Every assertion has one.
      spareMissing('SAML:aud'),
    ],
  });
}
