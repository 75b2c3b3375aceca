/** Base64 in lines of sixty characters, as GitHub sends it. */
export function encodeBlob(blob: Uint8Array): { encoding: 'base64'; content: string } {
  const text = Buffer.from(blob).toString('base64');
  return { encoding: 'base64', content: text.replace(/.{1,60}/g, '$&\n') };
}
