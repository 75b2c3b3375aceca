import type { Readers } from '../storage/readers.ts';
import { checkTarget, type TargetRules } from './check-target.ts';
import { endpointSecrets } from './endpoint-secrets.ts';
import { type PostAnswer, postJson } from './post-json.ts';
import type { Sealer } from './sealer.ts';
import type { Sender, SendOutcome } from './send-outcome.ts';
import { signWebhook } from './sign-webhook.ts';

export interface WebhookSenderOptions {
  readonly endpoints: Readers['webhookEndpoints'];
  readonly sealer: Sealer;
  readonly rules: TargetRules;
  readonly now: () => Date;
  readonly timeoutMs?: number;
}

/** As the contract promises to receivers. */
export const webhookTimeoutMs = 15_000;

export function createWebhookSender(options: WebhookSenderOptions): Sender {
  const { endpoints, sealer, rules, now, timeoutMs = webhookTimeoutMs } = options;
  return async ({ id, target, payload }, { signal }) => {
    const endpoint = await endpoints.get(target);
    if (endpoint === undefined) return pointless('The endpoint was removed.');
    if (endpoint.state === 'disabled') return pointless('The endpoint is disabled.');
    const body = JSON.stringify(payload);
    const timestamp = Math.floor(now().getTime() / 1000);
    const secrets = endpointSecrets(endpoint, { sealer, now: now() });
    const headers = signWebhook({ id, timestamp, body }, secrets);
    return postChecked(endpoint.url, { rules, headers, body, timeoutMs, signal });
  };
}

/** Looks where it leads, anew each time, and posts to just that. */
export async function postChecked(
  url: string,
  post: {
    readonly rules: TargetRules;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
    readonly timeoutMs: number;
    readonly signal: AbortSignal;
  },
): Promise<SendOutcome> {
  const target = await checkTarget(url, post.rules);
  switch (target.kind) {
    case 'refused':
      return { kind: 'failed', why: `The address is refused: ${target.why}.` };
    case 'unresolved':
      return { kind: 'failed', why: 'The host has no address.' };
    case 'allowed':
      try {
        return outcomeOf(await postJson({ ...post, target }));
      } catch (error) {
        if (post.signal.aborted) throw error;
        return { kind: 'failed', why: error instanceof Error ? error.message : 'No answer.' };
      }
    default:
      return target satisfies never;
  }
}

/** Only 2xx is success: what a redirect leads to was neither named nor checked. */
function outcomeOf({ status, retryAfter }: PostAnswer): SendOutcome {
  if (status >= 200 && status < 300) return { kind: 'delivered' };
  if (status === 410) {
    return { kind: 'pointless', why: 'The endpoint answered 410.', endpointGone: true };
  }
  const why = `The endpoint answered ${status}.`;
  // In seconds; as a date it is rare, and our own schedule does.
  const seconds = status === 429 || status === 503 ? /^\d{1,6}$/.exec(retryAfter)?.[0] : undefined;
  return seconds === undefined
    ? { kind: 'failed', why }
    : { kind: 'failed', why, notBeforeMs: Number(seconds) * 1000 };
}

function pointless(why: string): SendOutcome {
  return { kind: 'pointless', why, endpointGone: false };
}
