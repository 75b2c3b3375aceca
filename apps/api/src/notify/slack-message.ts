/** Of a section's text. Source: https://docs.slack.dev/reference/block-kit/blocks/section-block */
const longest = 3000;

/**
 * A text as a message of Block Kit, cut where Slack would refuse it. Slack shows the blocks; `text`
 * is for notifications.
 */
export function slackMessage(text: string) {
  const shown = escapedUpTo(text, longest);
  return {
    text: shown,
    // Verbatim: names become no links to channels and people.
    blocks: [{ type: 'section', text: { type: 'mrkdwn', text: shown, verbatim: true } }],
  };
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Slack's three control characters; whole characters only, so that no half of an entity is left. */
function escapedUpTo(text: string, most: number): string {
  let escaped = '';
  for (const character of text) {
    const next = entities[character] ?? character;
    if (escaped.length + next.length > most - 1) return `${escaped}…`;
    escaped += next;
  }
  return escaped;
}
