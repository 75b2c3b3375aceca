/** URL-encodes a policy document as IAM's answers do (RFC 3986). */
export function encodeDocument(text: string): string {
  const known = encodedTexts.get(text);
  if (known !== undefined) return known;
  const encoded = encodeText(text);
  if (encodedTexts.size >= mostTexts) encodedTexts.clear();
  encodedTexts.set(text, encoded);
  return encoded;
}

/** Answers show the same few documents again and again; those of AWS are long. */
const encodedTexts = new Map<string, string>();
const mostTexts = 1000;

function encodeText(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
