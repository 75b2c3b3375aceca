const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#xD;',
};

/**
 * Writes a value as AWS's Query protocol does: structures as elements, lists as `<member>`, maps
 * as `<entry>`, and what is empty as `<Name/>`. Members that are `undefined` are left out. EC2
 * calls the members of lists `item`.
 */
export function writeXml(name: string, value: unknown, item = 'member'): string {
  const body = writeBody(value, item);
  return body === '' ? `<${name}/>` : `<${name}>${body}</${name}>`;
}

function writeBody(value: unknown, item: string): string {
  if (typeof value === 'string') return escapeXml(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map((one) => writeXml(item, one, item)).join('');
  if (value instanceof Map) {
    return [...value].map(([key, one]) => writeXml('entry', { key, value: one }, item)).join('');
  }
  if (typeof value !== 'object' || value === null) return '';
  return Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([name, member]) => writeXml(name, member, item))
    .join('');
}

/** Characters that XML 1.0 cannot carry at all become U+FFFD. */
function escapeXml(text: string): string {
  return (
    text
      .replace(/[&<>"\r]/g, (character) => escapes[character] ?? character)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
  );
}
