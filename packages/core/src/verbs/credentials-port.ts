import type { Part } from '../model/part.ts';
import type { PartValue } from '../model/snapshot.ts';

/**
 * What AWS says at once of what otherwise stands in the credential report. Fails with a
 * RolecallError where nothing can be asked any more; what alone cannot be read is unknown.
 */
export interface CredentialsPort {
  /** `undefined` where the user is no longer there. */
  readCredentials(userName: string): Promise<LiveCredentials | undefined>;
  readAccountSummary(): Promise<Part<PartValue<'accountSummary'>>>;
}

/** The credentials of one user; instants are ISO 8601 in UTC. */
export interface LiveCredentials {
  readonly user: Part<{
    readonly createdAt: string;
    /** Missing where it was never used, or AWS has forgotten. */
    readonly passwordLastUsedAt?: string | undefined;
  }>;
  /** `null`: the user has none. AWS tells when it was made, not when it was changed. */
  readonly password: Part<{ readonly createdAt: string } | null>;
  readonly accessKeys: Part<readonly LiveAccessKey[]>;
  readonly mfaDevices: Part<number>;
  readonly signingCertificates: Part<readonly LiveCertificate[]>;
}

export interface LiveAccessKey {
  readonly active: boolean;
  readonly createdAt: string;
  readonly lastUsed: Part<{
    readonly at?: string | undefined;
    readonly region?: string | undefined;
    readonly service?: string | undefined;
  }>;
}

export interface LiveCertificate {
  readonly active: boolean;
  readonly createdAt: string;
}
