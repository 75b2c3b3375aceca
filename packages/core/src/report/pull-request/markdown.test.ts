import { expect, it } from 'vitest';
import { code, details, fence, htmlCode, link, table } from './markdown.ts';
import { prose } from './prose.ts';

it.each([
  ['plain', '`plain`'],
  ['a`b', '``a`b``'],
  ['`', '`` ` ``'],
  ['a``b`', '``` a``b` ```'],
  ['', '(empty)'],
  [' a ', '`  a  `'],
  ['a\nb\u202e', '`a\\u{a}b\\u{202e}`'],
])('code %j', (text, markdown) => {
  expect(code(text)).toBe(markdown);
});

it('keeps both ends of what is long', () => {
  expect(code('abcdefghij', 5)).toBe('`ab…ij`');
});

it.each([
  ['May do more.', 'May do more.'],
  ['Loses its boundary a/b.', 'Loses its boundary `a/b`.'],
  ['No key "a b".', 'No key `a b`.'],
  ['ping @octocat now', 'ping `@octocat` now'],
  ['see #12, GH-12 and a1b2c3d', 'see `#12`, `GH-12` and `a1b2c3d`'],
  ['at https://x.example/ today', 'at `https://x.example/` today'],
  ['<b>bold</b> *em* _em_', '`<b>bold</b>` `*em*` `_em_`'],
  ['x`"y"', '`` x` `` `y`'],
  ['![a](b)', '`![a](b`)'],
  ['a\n\n# b', 'a `#` b'],
  ['last used 3 days ago (e.g. 1,024)', 'last used 3 days ago (e.g. 1,024)'],
])('prose %j', (text, markdown) => {
  expect(prose(text)).toBe(markdown);
});

it('makes fences and summaries that nothing inside can end', () => {
  expect(fence(['a', '````', '</details>'])).toBe('`````\na\n````\n</details>\n`````');
  expect(htmlCode('<b>&"@x')).toBe('<code>&#60;b&#62;&#38;&#34;&#64;x</code>');
  expect(details('s', ['a', '', 'b'])).toBe(
    '<details>\n<summary>s</summary>\n\na\n\nb\n\n</details>',
  );
});

it('keeps pipes from ending a cell', () => {
  expect(table(['A'], [[code('a|b\\|c')]])).toBe('| A |\n|:--|\n| `a\\u{7c}b\\\\u{7c}c` |');
});

it.each([
  ['https://a.example/b c(d)|`', '[x](https://a.example/b%20c%28d%29%7c%60)'],
  ['javascript:alert(1)', 'x'],
  ['nonsense', 'x'],
  [undefined, 'x'],
])('link to %s', (url, markdown) => {
  expect(link('x', url)).toBe(markdown);
});
