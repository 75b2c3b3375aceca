import { describe, expect, it } from 'vitest';
import { checkTarget, type ResolvedAddress } from './check-target.ts';

const names: Readonly<Record<string, readonly string[]>> = {
  'hooks.example.com': ['93.184.215.14', '2606:2800:21f:cb07:6820:80da:af6b:8b2c'],
  'inside.example.com': ['10.1.2.3'],
  'both.example.com': ['93.184.215.14', '10.1.2.3'],
  'mapped.example.com': ['::ffff:169.254.169.254'],
  'nothing.example.com': [],
  localhost: ['127.0.0.1', '::1'],
  'localhost.': ['127.0.0.1'],
  'portal.internal': ['10.9.8.7'],
};

const lookup = async (host: string): Promise<readonly ResolvedAddress[]> => {
  const found = names[host];
  if (found === undefined) throw new Error('ENOTFOUND');
  return found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
};

const allowedHosts = ['portal.internal', '127.0.0.1:9000', '[fd00::5]'];

async function verdict(url: string): Promise<string> {
  const checked = await checkTarget(url, { allowedHosts, lookup });
  return checked.kind === 'refused' ? checked.why : checked.kind;
}

describe('where notices may go', () => {
  it.each([
    ['https://hooks.example.com/rolecall', 'allowed'],
    ['https://hooks.example.com:8443/', 'allowed'],
    ['https://93.184.215.14/', 'allowed'],
    ['https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/', 'allowed'],
    // What the operator named, private or without TLS.
    ['https://portal.internal/hook', 'allowed'],
    ['http://portal.internal:8080/hook', 'allowed'],
    ['http://PORTAL.internal/hook', 'allowed'],
    ['http://127.0.0.1:9000/', 'allowed'],
    ['https://[fd00::5]/', 'allowed'],
    ['http://127.0.0.1:9001/', 'no-tls'],
    ['https://127.0.0.1/', 'private-address'],
    // One address in many spellings.
    ['https://127.1/', 'private-address'],
    ['https://2130706433/', 'private-address'],
    ['https://0x7f000001/', 'private-address'],
    ['https://0177.0.0.1/', 'private-address'],
    ['https://127.0.0.1./', 'private-address'],
    ['https://１２７.０.０.１/', 'private-address'],
    ['https://0/', 'private-address'],
    ['https://[::1]/', 'private-address'],
    ['https://[::]/', 'private-address'],
    ['https://[::ffff:127.0.0.1]/', 'private-address'],
    ['https://[::ffff:a9fe:a9fe]/', 'private-address'],
    ['https://[64:ff9b::a9fe:a9fe]/', 'private-address'],
    ['https://[fd00:ec2::254]/', 'private-address'],
    ['https://169.254.169.254/latest/meta-data/', 'private-address'],
    ['https://100.100.100.200/', 'private-address'],
    // Names that lead inside.
    ['https://inside.example.com/', 'private-address'],
    ['https://both.example.com/', 'private-address'],
    ['https://mapped.example.com/', 'private-address'],
    ['https://localhost/', 'private-address'],
    ['https://localhost./', 'private-address'],
    ['https://portal.internal.evil.example/', 'unresolved'],
    ['https://nothing.example.com/', 'unresolved'],
    ['https://portal.internal@169.254.169.254/', 'credentials'],
    ['https://user:password@hooks.example.com/', 'credentials'],
    ['http://hooks.example.com/', 'no-tls'],
    ['ftp://hooks.example.com/', 'scheme'],
    ['file:///etc/passwd', 'scheme'],
    ['gopher://127.0.0.1:6379/_', 'scheme'],
    ['//hooks.example.com/', 'not-a-url'],
    ['', 'not-a-url'],
  ])('%s: %s', async (url, expected) => {
    expect(await verdict(url)).toBe(expected);
  });

  it('says which addresses to connect to', async () => {
    const checked = await checkTarget('https://hooks.example.com/', { allowedHosts, lookup });
    expect(checked).toMatchObject({
      addresses: [{ address: '93.184.215.14', family: 4 }, { family: 6 }],
    });
  });
});
