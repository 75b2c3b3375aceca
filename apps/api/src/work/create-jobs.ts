import { deliverNotice } from '../notify/deliver-notice.ts';
import { notifyEvent } from '../notify/notify-event.ts';
import { publishHead } from '../notify/publish-head.ts';
import { createEmailSender, type MailTransport } from '../notify/send-email.ts';
import { createSlackSender } from '../notify/send-slack.ts';
import { createWebhookSender } from '../notify/send-webhook.ts';
import type { Queue } from '../storage/queue/queue.ts';
import { remindReviewers } from '../use-cases/role-requests/remind-reviewers.ts';
import { lapseRuleChanges } from '../use-cases/rules/lapse-rule-changes.ts';
import { expireSecrets } from '../use-cases/secrets/expire-secrets.ts';
import type { Jobs, UseCaseJobs } from './jobs.ts';
import { reportDeadLetters } from './report-dead-letters.ts';
import type { ServiceDeps } from './service-deps.ts';
import { sweep } from './sweep.ts';

/** All jobs: those of use cases as given, and those of notices and the house. */
export function createJobs(
  deps: ServiceDeps,
  parts: {
    readonly useCases: UseCaseJobs;
    readonly mail: MailTransport | null;
    readonly queue: Pick<Queue, 'deadLetters'>;
  },
): Jobs {
  const { useCases, mail, queue } = parts;
  const { config, store, sealer, targets: rules, now, random, newId } = deps;
  const { notices, publicUrl, roleAssignments } = config;
  const senders = {
    webhook: createWebhookSender({ endpoints: store.webhookEndpoints, sealer, rules, now }),
    slack: createSlackSender({ url: notices.slackUrl, rules }),
    email: createEmailSender(notices.mail?.from ?? null, mail),
  };
  const fraction = (): number => random(4).readUInt32BE() / 2 ** 32;
  return {
    ...useCases,
    notify: (data) => notifyEvent({ store, notices, publicUrl, roleAssignments, now }, data),
    deliver: (data, context) =>
      deliverNotice({ store, senders, now, random: fraction }, data, context),
    sweep: (data, context) =>
      sweep(
        {
          ...config,
          store,
          now,
          newFence: newId,
          sweepLife: () => useCases.sweep(data, context),
          remindReviewers: () => remindReviewers(deps),
          lapseRuleChanges: () => lapseRuleChanges(deps),
          expireSecrets: () => expireSecrets(deps, context.log),
          publishHead: () =>
            publishHead({
              store,
              auditKey: deps.auditKey,
              everyMs: config.auditHeadMs,
              now,
              log: context.log,
            }),
          reportDeadLetters: () => reportDeadLetters({ store, queue, now, log: context.log }),
        },
        context,
      ),
  };
}
