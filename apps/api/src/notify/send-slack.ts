import type { TargetRules } from './check-target.ts';
import type { Sender } from './send-outcome.ts';
import { postChecked, webhookTimeoutMs } from './send-webhook.ts';

/** Posts to an incoming webhook of Slack: https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks */
export function createSlackSender(options: {
  readonly url: string | null;
  readonly rules: TargetRules;
  readonly timeoutMs?: number;
}): Sender {
  const { url, rules, timeoutMs = webhookTimeoutMs } = options;
  return async ({ payload }, { signal }) => {
    if (url === null)
      return { kind: 'pointless', why: 'Slack is not configured.', endpointGone: false };
    const body = JSON.stringify(payload);
    return postChecked(url, { rules, headers: {}, body, timeoutMs, signal });
  };
}
