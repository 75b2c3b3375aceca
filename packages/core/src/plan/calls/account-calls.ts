/** Writes to AWS Account Management, with their inputs as its API names them. */
export interface AccountCalls {
  'account:PutAlternateContact': {
    readonly AlternateContactType: 'BILLING' | 'OPERATIONS' | 'SECURITY';
    readonly Name: string;
    readonly Title: string;
    readonly EmailAddress: string;
    readonly PhoneNumber: string;
  };
}
