/** Why a request cannot be made as it stands; for the one who asks. */
export interface RequestFault {
  readonly code:
    | 'blueprint-unknown'
    /** It makes what does not end with a grant: users, providers, settings of the account. */
    | 'not-self-service'
    | 'parameter-invalid'
    /** The service fills it in by itself: whom a role trusts. */
    | 'parameter-reserved'
    /** Nobody has said which principal of AWS the person is. */
    | 'principal-missing'
    | 'principal-invalid'
    | 'service-retired'
    /** AWS, or the account, would not take what it makes. */
    | 'does-not-fit';
  /** JSON pointer into the request; `null` where it is about the whole. */
  readonly pointer: string | null;
  readonly message: string;
  readonly hint: string | null;
}

export function pointerOf(path: readonly (string | number)[]): string {
  return path
    .map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}
