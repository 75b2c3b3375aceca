import type { Finding } from '../model/finding.ts';
import { correctedTrust } from './corrected-trust.ts';
import type { Fix, FixContext, PersonFix } from './fix.ts';
import { accountMakers } from './makers/account-makers.ts';
import { credentialMakers } from './makers/credential-makers.ts';
import { entityMakers } from './makers/entity-makers.ts';
import { keyMakers } from './makers/key-makers.ts';
import type { FixMakers } from './makers/maker.ts';
import { manifestMakers } from './makers/manifest-makers.ts';
import { policyMakers } from './makers/policy-makers.ts';
import { serviceMakers } from './makers/service-makers.ts';
import { accessInstructions } from './person/access.ts';
import { type InstructionTable, instruct } from './person/instructions.ts';
import { organizationInstructions } from './person/organization.ts';
import { passwordInstructions } from './person/passwords.ts';
import { policyInstructions } from './person/policies.ts';
import { roleInstructions } from './person/roles.ts';
import { rootAndAccountInstructions } from './person/root-and-account.ts';
import { serviceInstructions } from './person/services.ts';
import { userInstructions } from './person/users.ts';

/** Checks that a change or an entry of the manifest can make pass. */
export const fixMakers: FixMakers = {
  ...keyMakers,
  ...credentialMakers,
  ...policyMakers,
  ...entityMakers,
  ...accountMakers,
  ...serviceMakers,
  ...manifestMakers,
};

/** What a person does, for every check that can fail or warn. */
export const fixInstructions: InstructionTable = {
  ...rootAndAccountInstructions,
  ...organizationInstructions,
  ...accessInstructions,
  ...passwordInstructions,
  ...userInstructions,
  ...policyInstructions,
  ...roleInstructions,
  ...serviceInstructions,
};

/** How a finding that fails or warns is mended; undefined for one that asks for nothing. */
export function fixesFor(finding: Finding, context: FixContext): Fix | undefined {
  if (finding.outcome !== 'fail' && finding.outcome !== 'warn') return undefined;
  const made = Object.hasOwn(fixMakers, finding.check)
    ? fixMakers[finding.check]?.(finding, context)
    : undefined;
  if (made?.kind === 'change' && made.writes.length === 0) return byPerson(finding, context);
  return made ?? byPerson(finding, context);
}

/** What a person does about a finding, whether or not something of ours could. */
export function byPerson(finding: Finding, context: FixContext): PersonFix {
  const instructions = Object.hasOwn(fixInstructions, finding.check)
    ? fixInstructions[finding.check]
    : undefined;
  if (instructions === undefined) {
    return { kind: 'person', console: [finding.remedy], commands: [] };
  }
  const fix = instruct(instructions, finding, context);
  const content = correctedTrust(finding, context);
  return content === undefined ? fix : { ...fix, document: { file: 'trust.json', content } };
}
