import { expect, it } from 'vitest';
import { slackMessage } from './slack-message.ts';

const shownOf = (text: string): string | undefined => slackMessage(text).blocks[0]?.text.text;

it.each([
  ['Ana & Ben', 'Ana &amp; Ben'],
  ['<!channel> look', '&lt;!channel&gt; look'],
  ['<https://evil.example|Approve>', '&lt;https://evil.example|Approve&gt;'],
  ['&lt;', '&amp;lt;'],
])('nothing in a text calls anybody or makes a link: %s', (text, expected) => {
  expect(shownOf(text)).toBe(expected);
  expect(slackMessage(text).text).toBe(expected);
});

it.each(['x', '<', '&', '😀'])('a text of many %s stays within what Slack takes', (character) => {
  const shown = shownOf(character.repeat(5000)) ?? '';
  expect(shown.length).toBeLessThanOrEqual(3000);
  expect(shown.length).toBeGreaterThan(2980);
  expect(shown).toMatch(/^(?:x|&lt;|&amp;|😀)+…$/u);
});
