import { expect, test } from 'vitest';
import { readWebIdentityClaims } from './web-identity-claims.ts';

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const claims = { iss: 'https://id.example.com', aud: 'app', sub: 'Ünïcode/>?' };

test.each([
  ['a token', `h.${part({ ...claims, email: 'a@example.com' })}.s`, claims],
  [
    'several audiences',
    `h.${part({ ...claims, aud: ['a', 'b'] })}.s`,
    { ...claims, aud: ['a', 'b'] },
  ],
  ['without a subject', `h.${part({ ...claims, sub: undefined })}.s`, undefined],
  ['a number for a subject', `h.${part({ ...claims, sub: 7 })}.s`, undefined],
  ['no object', `h.${part('text')}.s`, undefined],
  ['no JSON', 'h.e30x.s', undefined],
  ['without a signature', `h.${part(claims)}`, undefined],
  ['nothing', '', undefined],
])('%s', (_, token, expected) => {
  expect(readWebIdentityClaims(token)).toEqual(expected);
});
