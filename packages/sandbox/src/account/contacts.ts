/** The primary contact. Texts are empty where nothing was given. */
export interface PrimaryContact {
  readonly fullName: string;
  readonly companyName?: string | undefined;
  readonly phone: string;
  readonly address: string;
  readonly city: string;
  readonly postalCode: string;
  /** Two letters. */
  readonly country: string;
}

export type AlternateKind = 'BILLING' | 'OPERATIONS' | 'SECURITY';

export interface AlternateContact {
  readonly name: string;
  readonly title: string;
  readonly email: string;
  readonly phone: string;
}

export interface Contacts {
  readonly primary: PrimaryContact;
  readonly alternate: Map<AlternateKind, AlternateContact>;
}
