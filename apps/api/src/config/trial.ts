import type { RoleAssignment } from '../identity/role-assignments.ts';
import type {
  AccountRecord,
  Actor,
  ApprovalRule,
  EligibilityRule,
  PrincipalMapping,
} from '../model/records.ts';

/** What the service begins with for trying things out. Nobody of this can sign in anywhere. */
const issuer = 'https://trial.rolecall.invalid';

export interface TrialPerson {
  readonly actor: Actor;
  readonly groups: readonly string[];
  /** For people to read. */
  readonly may: string;
}

export const trialPeople = {
  ana: {
    actor: { kind: 'person', id: `${issuer}|ana`, name: 'Ana (trial)' },
    groups: [],
    may: 'asks for roles and administers the service',
  },
  ben: {
    actor: { kind: 'person', id: `${issuer}|ben`, name: 'Ben (trial)' },
    groups: ['approvers'],
    may: 'approves what Ana asks for, and reads everything',
  },
} as const satisfies Readonly<Record<string, TrialPerson>>;

export const trialAssignments: readonly RoleAssignment[] = [
  { who: [trialPeople.ana.actor.id], roles: ['requester', 'administrator'] },
  { who: [trialPeople.ben.actor.id], roles: ['approver', 'auditor'] },
];

/** A well-kept account in memory. */
export const trialAccount: Omit<AccountRecord, 'createdAt'> = {
  id: '111122223333',
  name: 'Sandbox',
  partition: 'aws',
  access: { kind: 'sandbox', scenario: 'good' },
  environment: 'sandbox',
  owner: 'platform',
  state: 'verified',
  failure: null,
  scope: 'rolecall-service',
  revision: 1,
};

/** Ana comes through Identity Center, as people do in that account. */
export const trialMappings: readonly PrincipalMapping[] = [
  {
    subject: trialPeople.ana.actor.id,
    accountId: trialAccount.id,
    principal: {
      kind: 'role-session',
      roleArn: `arn:aws:iam::${trialAccount.id}:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_ReadOnlyAccess_fedcba9876543210`,
      sessionName: 'ana',
    },
  },
];

export const trialEligibility: readonly EligibilityRule[] = [
  {
    id: 'anybody-in-the-sandbox',
    who: ['*'],
    blueprints: ['*'],
    accounts: [trialAccount.id],
    maxDurationSeconds: 8 * 3600,
    emergency: true,
  },
];

export const trialApproval: readonly ApprovalRule[] = [
  {
    id: 'low-risk-is-automatic',
    when: { environments: ['sandbox'], maxRisk: 'low', maxDurationSeconds: 4 * 3600 },
    outcome: { kind: 'automatic' },
  },
  {
    id: 'approvers-decide',
    when: {},
    outcome: { kind: 'people', approvers: ['group:approvers'], needed: 1 },
  },
];
