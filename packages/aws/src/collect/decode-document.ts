import { policyDocumentSchema } from '@rolecall/core';
import type { PolicyDocument } from '@rolecall/policy';
import { badResponse, required } from '../ask.ts';

interface DocumentSource {
  readonly action: string;
  /** Whose document, for the message, e.g. `role deployer`. */
  readonly of: string;
}

/**
 * Reads a policy document. AWS percent-encodes it as RFC 3986 says, where a plus is a plus;
 * emulators send plain JSON, which is told by its brace.
 */
export function decodeDocument(
  text: string | undefined,
  { action, of }: DocumentSource,
): PolicyDocument {
  const encoded = required(text, action, `the document of ${of}`);
  try {
    const json = encoded.trimStart().startsWith('{') ? encoded : decodeURIComponent(encoded);
    return policyDocumentSchema.parse(JSON.parse(json));
  } catch (error) {
    throw badResponse(action, `with a document of ${of} that is no policy`, error);
  }
}
