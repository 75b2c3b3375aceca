import { defaultHttpConfig } from '../http/create-server.ts';
import type { RecertificationTerms } from '../role-requests/recertification.ts';
import type { TelemetryConfig } from '../telemetry/telemetry-config.ts';
import type { Config, NoticeConfig } from './config.ts';
import type { Variables } from './variables.ts';

const second = 1000;
const minute = 60 * second;
const day = 24 * 60 * minute;

/** What the variables mean together. */
export function makeConfig(given: Variables): Config {
  const production = given.NODE_ENV === 'production';
  const folder = given.ROLECALL_DATA;
  return {
    listen: { host: given.HOST, port: given.PORT },
    logLevel: given.LOG_LEVEL,
    database:
      given.DATABASE_URL === undefined
        ? {
            kind: 'pglite',
            folder,
            migrateAtStart: given.ROLECALL_MIGRATE_AT_START,
            production,
            allowInProduction: given.ROLECALL_ALLOW_PGLITE_IN_PRODUCTION,
          }
        : {
            kind: 'postgres',
            url: given.DATABASE_URL,
            poolSize: given.ROLECALL_DATABASE_CONNECTIONS,
            migrateAtStart: given.ROLECALL_MIGRATE_AT_START,
          },
    runtimeRole: given.ROLECALL_RUNTIME_ROLE ?? null,
    keys: {
      audit: given.ROLECALL_AUDIT_KEY ?? null,
      auditOld: given.ROLECALL_AUDIT_OLD_KEYS,
      sealing: given.ROLECALL_SEALING_KEYS ?? null,
      folder: folder === 'memory://' ? null : folder,
    },
    trial: given.ROLECALL_TRIAL ?? (!production && given.ROLECALL_OIDC_ISSUERS.length === 0),
    issuers: given.ROLECALL_OIDC_ISSUERS,
    roleAssignments: given.ROLECALL_ROLE_ASSIGNMENTS,
    fourEyes: given.ROLECALL_FOUR_EYES ?? production,
    planTerms: {
      approveFrom: given.ROLECALL_APPROVE_PLANS_FROM,
      machinesApply: given.ROLECALL_MACHINES_APPLY,
    },
    ruleChangeMs: given.ROLECALL_RULE_CHANGE_DAYS * day,
    serviceRoleArn: given.ROLECALL_SERVICE_ROLE_ARN ?? null,
    publicUrl: given.ROLECALL_PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    http: {
      ...defaultHttpConfig,
      deadlineMs: given.ROLECALL_DEADLINE_SECONDS * second,
      drainMs: given.ROLECALL_STOP_SECONDS * second,
      rateLimit: { max: given.ROLECALL_REQUESTS_PER_MINUTE, windowSeconds: 60 },
      trustedProxies: given.ROLECALL_TRUSTED_PROXIES,
    },
    notices: noticesOf(given),
    telemetry: telemetryOf(given),
    warningMs: given.ROLECALL_WARNING_MINUTES * minute,
    recertification: recertificationOf(given),
    auditHeadMs: given.ROLECALL_AUDIT_HEAD_MINUTES * minute,
    deliveryRetentionMs: given.ROLECALL_DELIVERY_RETENTION_DAYS * day,
    retention: {
      requestsMs:
        given.ROLECALL_REQUEST_RETENTION_DAYS === undefined
          ? null
          : given.ROLECALL_REQUEST_RETENTION_DAYS * day,
      checkRunsMs: given.ROLECALL_CHECK_RETENTION_DAYS * day,
      plansMs: given.ROLECALL_PLAN_RETENTION_DAYS * day,
    },
    idempotencySeconds: given.ROLECALL_IDEMPOTENCY_HOURS * 3600,
    stopMs: given.ROLECALL_STOP_SECONDS * second,
  };
}

/** Nothing is revoked because of a question that reaches nobody. */
function recertificationOf(given: Variables): RecertificationTerms | null {
  const days = given.ROLECALL_RECERTIFICATION_DAYS;
  const { slackUrl, mail } = noticesOf(given);
  if (days === 0 || (slackUrl === null && mail === null)) return null;
  const graceDays = given.ROLECALL_RECERTIFICATION_GRACE_DAYS;
  return { everySeconds: (days * day) / second, graceSeconds: (graceDays * day) / second };
}

function noticesOf(given: Variables): NoticeConfig {
  const { ROLECALL_SMTP_URL: smtpUrl, ROLECALL_MAIL_FROM: from } = given;
  return {
    webhookHosts: given.ROLECALL_WEBHOOK_HOSTS,
    slackUrl: given.ROLECALL_SLACK_WEBHOOK_URL ?? null,
    mail:
      smtpUrl === undefined || from === undefined
        ? null
        : { smtpUrl, from, addresses: given.ROLECALL_MAIL_ADDRESSES },
  };
}

function telemetryOf(given: Variables): TelemetryConfig | null {
  const endpoint = given.OTEL_EXPORTER_OTLP_ENDPOINT;
  if (endpoint === undefined || given.OTEL_SDK_DISABLED) return null;
  const parts = given.OTEL_TRACES_SAMPLER.split('_');
  return {
    endpoint: endpoint.replace(/\/+$/, ''),
    headers: given.OTEL_EXPORTER_OTLP_HEADERS,
    serviceName: given.OTEL_SERVICE_NAME,
    sampling: {
      followsCaller: parts[0] === 'parentbased',
      ratio: ratioOf(parts.at(-1), given.OTEL_TRACES_SAMPLER_ARG),
    },
  };
}

/** `always_on`, `always_off` or `traceidratio`, of which this is the last word. */
function ratioOf(word: string | undefined, given: number): number {
  if (word === 'off') return 0;
  return word === 'on' ? 1 : given;
}
