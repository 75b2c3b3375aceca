import { defaultHttpConfig } from '../http/create-server.ts';
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
            production,
            allowInProduction: given.ROLECALL_ALLOW_PGLITE_IN_PRODUCTION,
          }
        : {
            kind: 'postgres',
            url: given.DATABASE_URL,
            poolSize: given.ROLECALL_DATABASE_CONNECTIONS,
          },
    keys: {
      audit: given.ROLECALL_AUDIT_KEY ?? null,
      sealing: given.ROLECALL_SEALING_KEYS ?? null,
      folder: folder === 'memory://' ? null : folder,
    },
    trial: given.ROLECALL_TRIAL ?? (!production && given.ROLECALL_OIDC_ISSUERS.length === 0),
    issuers: given.ROLECALL_OIDC_ISSUERS,
    roleAssignments: given.ROLECALL_ROLE_ASSIGNMENTS,
    fourEyes: given.ROLECALL_FOUR_EYES ?? production,
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
    warningMs: given.ROLECALL_WARNING_MINUTES * minute,
    auditHeadMs: given.ROLECALL_AUDIT_HEAD_MINUTES * minute,
    deliveryRetentionMs: given.ROLECALL_DELIVERY_RETENTION_DAYS * day,
    stopMs: given.ROLECALL_STOP_SECONDS * second,
  };
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
