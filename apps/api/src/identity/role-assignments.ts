import { z } from 'zod';
import { roles } from './roles.ts';
import { subjectPattern } from './subject-pattern.ts';

/** Anybody on GitHub gets a token of this issuer for any audience; only the subject tells whose. */
const githubIssuer = 'https://token.actions.githubusercontent.com';

const names = z.array(z.string().min(1)).min(1).readonly();

/** Which accounts and blueprints somebody approves; `*` means all, as does a list left out. */
const approvalScope = z.strictObject({
  accounts: names.optional(),
  blueprints: names.optional(),
});

/** Who has which roles. Configuration. */
export const roleAssignmentSchema = z
  .strictObject({
    /**
     * `{issuer}|{subject}`, `group:{name}`, `token:{id}` of an API token, or
     * `pattern:{issuer}|{subject}`, in which `*` is any run of characters but `:`, and `**` any run.
     */
    who: z.array(z.string().superRefine(checkWho)).min(1).readonly(),
    roles: z.array(z.enum(roles)).min(1).readonly(),
    /** For approvers. */
    approves: approvalScope.optional(),
  })
  .superRefine(({ roles: given, approves }, context) => {
    if (approves === undefined || given.includes('approver')) return;
    context.addIssue({ code: 'custom', path: ['approves'], message: 'Only approvers approve.' });
  });

export type RoleAssignment = z.output<typeof roleAssignmentSchema>;
export type ApprovalScope = z.output<typeof approvalScope>;

function checkWho(who: string, context: z.RefinementCtx): void {
  const message = whoMistake(who);
  if (message !== undefined) context.addIssue({ code: 'custom', message });
}

function whoMistake(who: string): string | undefined {
  if (who.startsWith('group:')) return who === 'group:' ? 'The group has no name.' : undefined;
  if (/^token:[\da-f-]{36}$/.test(who)) return undefined;
  const isPattern = who.startsWith('pattern:');
  const [issuer = '', ...rest] = (isPattern ? who.slice('pattern:'.length) : who).split('|');
  const subject = rest.join('|');
  if (!URL.canParse(issuer) || subject === '') {
    return 'Write {issuer}|{subject}, group:{name} or pattern:{issuer}|{subject}.';
  }
  if (issuer.includes('*')) return 'The issuer of a pattern has no wildcard.';
  if (!isPattern) return undefined;
  const [literal = ''] = subject.split('*');
  if (literal === '') return 'A pattern begins with something that is no wildcard.';
  if (issuer.startsWith(githubIssuer) && !ownedPrefix.test(literal)) {
    return 'A pattern for GitHub names the owner in full, repo:{owner}/…: anybody has tokens of GitHub.';
  }
  if (issuer.startsWith(githubIssuer) && takesPullRequests(subject)) {
    return 'The pattern takes every pull request too: name what runs, as :environment:{name} or :ref:refs/heads/{branch}.';
  }
  return undefined;
}

/**
 * Whether a wildcard lets pull requests in: what they run is written by whoever opens them. Their
 * subject is `repo:{owner}/{repository}:pull_request`; who means them writes it out.
 */
function takesPullRequests(subject: string): boolean {
  if (subject.endsWith(':pull_request')) return false;
  const repository = /^[^:]*:[^:]*/.exec(subject)?.[0].replaceAll('*', 'x') ?? '';
  return subjectPattern(subject).test(`${repository}:pull_request`);
}

/** `repo:acme/`, or of a subject that an organisation composes itself, `repository_owner_id:123:`. */
const ownedPrefix = /^(repo:[^/:]+\/|(?!repo:)[a-z_]+:[^:]+:)/;
