import { iamArn } from '@rolecall/policy';

/** The scope that owns what Rolecall itself needs; no other manifest may have it. */
export const coreScope = 'rolecall-core';
/** Beside the paths of scopes, not below them: no apply role changes anything here. */
export const corePath = '/rolecall-core/';

export const coreNames = {
  plan: 'rolecall-plan',
  apply: 'rolecall-apply',
  limits: 'rolecall-apply-limits',
  read: 'rolecall-read',
  boundary: 'rolecall-boundary',
} as const;

export const githubIssuer = 'token.actions.githubusercontent.com';
export const stsAudience = 'sts.amazonaws.com';

/** The account that something is rendered for. */
export interface BootstrapAccount {
  readonly partition: string;
  readonly account: string;
}

export function corePolicyArn(account: BootstrapAccount, name: string): string {
  return iamArn({ ...account, type: 'policy', path: corePath, name });
}
