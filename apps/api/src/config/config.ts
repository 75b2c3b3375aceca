import type { KeyObject } from 'node:crypto';
import type { HttpConfig } from '../http/create-server.ts';
import type { OidcIssuer } from '../identity/oidc-issuer.ts';
import type { RoleAssignment } from '../identity/role-assignments.ts';
import type { PlanTerms } from '../model/plan-terms.ts';
import type { RecertificationTerms } from '../role-requests/recertification.ts';
import type { TelemetryConfig } from '../telemetry/telemetry-config.ts';

/** What the operator decides; made of the environment and nothing else. */
export interface Config {
  readonly listen: { readonly host: string; readonly port: number };
  readonly logLevel: string;
  readonly database:
    | {
        readonly kind: 'postgres';
        readonly url: string;
        readonly poolSize: number;
        readonly migrateAtStart: boolean;
      }
    | {
        readonly kind: 'pglite';
        readonly folder: string;
        readonly migrateAtStart: boolean;
        readonly production: boolean;
        readonly allowInProduction: boolean;
      };
  /** The role of PostgreSQL that `migrate` gives what the service needs. */
  readonly runtimeRole: string | null;
  readonly keys: {
    /** PEM; null: made when there is none in the folder. */
    readonly audit: string | null;
    /** Public keys of those that signed before. */
    readonly auditOld: readonly KeyObject[];
    /** Of 32 bytes; the first seals. Null: as above. */
    readonly sealing: readonly Buffer[] | null;
    /** For keys that the service makes; null keeps them in memory. */
    readonly folder: string | null;
  };
  /** Whether to begin with something to try. */
  readonly trial: boolean;
  readonly issuers: readonly OidcIssuer[];
  readonly roleAssignments: readonly RoleAssignment[];
  /** Whether changes of the rules wait for a second person. */
  readonly fourEyes: boolean;
  readonly planTerms: PlanTerms;
  /** How long a change of the rules waits for a second person. */
  readonly ruleChangeMs: number;
  readonly serviceRoleArn: string | null;
  readonly publicUrl: string | null;
  readonly http: HttpConfig;
  readonly notices: NoticeConfig;
  /** Null: nothing is sent, and nothing of OpenTelemetry is loaded. */
  readonly telemetry: TelemetryConfig | null;
  readonly warningMs: number;
  /** Null: nobody is asked whether a grant is still needed. */
  readonly recertification: RecertificationTerms | null;
  readonly auditHeadMs: number;
  readonly deliveryRetentionMs: number;
  readonly retention: RetentionConfig;
  readonly idempotencySeconds: number;
  readonly stopMs: number;
}

/** How long what is over is kept; null: for ever. */
export interface RetentionConfig {
  readonly requestsMs: number | null;
  readonly checkRunsMs: number;
  readonly plansMs: number;
}

export interface NoticeConfig {
  /** In lower case, with a port where only that one is meant. */
  readonly webhookHosts: readonly string[];
  readonly slackUrl: string | null;
  readonly mail: MailConfig | null;
}

export interface MailConfig {
  readonly smtpUrl: string;
  readonly from: string;
  /** By `{issuer}|{subject}` or `group:{name}`. */
  readonly addresses: { readonly [who: string]: readonly string[] };
}
