import { problem } from './problem.ts';
import { type JsonFault, scanJson } from './scan-json.ts';

const details: Readonly<Record<JsonFault, string>> = {
  'too-deep': 'It nests deeper than 64 levels.',
  'duplicate-key': 'An object has the same key twice.',
  'prototype-key': 'A key is __proto__.',
  'unstorable-text': 'A text holds NUL or half a surrogate pair.',
};

/**
 * Reads a body as JSON, strictly.
 *
 * @throws Problem `request-invalid`
 */
export function readJson(bytes: Uint8Array): unknown {
  const text = readText(bytes);
  const fault = scanJson(text);
  if (fault !== undefined) throw problem('request-invalid', { detail: details[fault] });
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw problem('request-invalid', { detail: 'It is not JSON.', cause });
  }
}

/** Reads a body as UTF-8; what is not would otherwise be stored as something else. */
export function readText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw problem('request-invalid', { detail: 'It is not UTF-8.', cause });
  }
}
