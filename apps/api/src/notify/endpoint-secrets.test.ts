import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { endpointSecrets, newEndpointSecret, rotateEndpointSecret } from './endpoint-secrets.ts';
import { createSealer } from './sealer.ts';
import { countingRandom } from './testing/counting-random.fixture.ts';

const [one, two] = ['one', 'two'].map((text) => createHash('sha256').update(text).digest());
if (one === undefined || two === undefined) throw new Error('there are two');

const random = countingRandom();
const sealer = createSealer([one], { random });
const at = (time: string) => new Date(`2026-11-${time}Z`);

describe('secrets of endpoints', () => {
  it('are shown once, and read only by their endpoint', () => {
    const { shown, sealed } = newEndpointSecret('e1', { sealer, random });
    expect(shown).toMatch(/^whsec_[A-Za-z\d+/]{43}=$/);
    expect(sealed).not.toContain(shown.slice(6));
    const now = at('21T09:00:00');
    expect(endpointSecrets({ id: 'e1', secret: sealed }, { sealer, now })).toEqual([shown]);
    expect(() => endpointSecrets({ id: 'e2', secret: sealed }, { sealer, now })).toThrow();
  });

  it('go on for a day after a rotation, but not two rotations long', () => {
    const first = newEndpointSecret('e1', { sealer, random });
    const now = at('21T09:00:00');
    const second = rotateEndpointSecret(
      { id: 'e1', secret: first.sealed },
      { sealer, random, now },
    );
    const secrets = (sealed: string, when: Date) =>
      endpointSecrets({ id: 'e1', secret: sealed }, { sealer, now: when });
    expect(secrets(second.sealed, at('22T08:59:59'))).toEqual([second.shown, first.shown]);
    expect(secrets(second.sealed, at('22T09:00:00'))).toEqual([second.shown]);
    const third = rotateEndpointSecret(
      { id: 'e1', secret: second.sealed },
      { sealer, random, now: at('21T10:00:00') },
    );
    expect(secrets(third.sealed, at('21T10:00:01'))).toEqual([third.shown, second.shown]);
  });
});

describe('the sealer', () => {
  it('opens with a key from before, and seals with the new one', () => {
    const sealed = sealer.seal('text', 'e1');
    const rotated = createSealer([two, one], { random });
    expect(rotated.open(sealed, 'e1')).toBe('text');
    expect(() => sealer.open(rotated.seal('text', 'e1'), 'e1')).toThrow('No sealing key fits.');
  });

  it.each([
    ['another place', (sealed: string) => [sealed, 'e2']],
    ['a changed text', (sealed: string) => [`${sealed.slice(0, -2)}AA`, 'e1']],
    ['a shortened tag', (sealed: string) => [sealed.replace(/[^.]+$/, 'AAAA'), 'e1']],
    ['something else', () => ['whsec_abc', 'e1']],
  ])('refuses %s', (_, change) => {
    const [sealed = '', about = ''] = change(sealer.seal('some text', 'e1'));
    expect(() => sealer.open(sealed, about)).toThrow();
  });
});
