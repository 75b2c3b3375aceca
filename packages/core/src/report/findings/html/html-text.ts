import { visibleText } from '../../visible-text.ts';

/** Text as it may stand in an element or a quoted attribute; what hides or turns text is shown. */
export function htmlText(text: string): string {
  return text
    .split('\n')
    .map(visibleText)
    .join('\n')
    .replace(/[<>&"'`]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A value as JSON that can stand in a script element: nothing in it ends the element or a line. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** An address as the target of a link; nothing unless it is one of the web. */
export function webAddress(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, href } = new URL(address);
  return protocol === 'https:' || protocol === 'http:' ? htmlText(href) : undefined;
}
