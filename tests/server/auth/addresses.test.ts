import { hostname } from 'node:os';
import { describe, expect, it } from 'vitest';
import { Addresses } from '../../../server/src/auth/index.ts';

const local = new Addresses({ host: '127.0.0.1', port: 8787 });
const behindProxy = new Addresses({ host: '0.0.0.0', port: 8787, publicUrl: 'https://assay.example.org/' });

describe('the names under which a server answers', () => {
  it.each(['127.0.0.1:8787', 'localhost:8787', 'LOCALHOST:8787', '[::1]:8787'])(
    '[AU9] %s is this machine',
    (host) => {
      expect(local.hostAllowed(host)).toBe(true);
      expect(local.originAllowed({ origin: `http://${host}` })).toBe(true);
    },
  );

  it.each([
    undefined,
    '',
    'evil.example',
    'evil.example:8787',
    '127.0.0.1',
    '127.0.0.1:8788',
    'localhost.evil.example:8787',
    '127.0.0.1:8787.evil.example',
    '127.0.0.1.evil.example:8787',
  ])('[AU9] the host %s is not', (host) => {
    expect(local.hostAllowed(host)).toBe(false);
    expect(behindProxy.hostAllowed(host)).toBe(false);
  });

  it.each([
    'null',
    'https://evil.example',
    'http://127.0.0.1:8788',
    'https://127.0.0.1:8787',
    'http://127.0.0.1:8787.evil.example',
    'file://',
    'http://localhost',
  ])('[AU9] the page %s is foreign', (origin) => {
    expect(local.originAllowed({ origin })).toBe(false);
  });

  it('[AU9] a request that names no page comes from none, unless the browser says that it does', () => {
    expect(local.originAllowed({})).toBe(true);
    expect(local.originAllowed({ 'sec-fetch-site': 'same-origin' })).toBe(true);
    expect(local.originAllowed({ 'sec-fetch-site': 'cross-site' })).toBe(false);
    expect(local.originAllowed({ 'sec-fetch-site': 'same-site' })).toBe(false);
  });

  it('[AU9] a public address is answered too, and numbers, which cannot be rebound', () => {
    expect(behindProxy.url).toBe('https://assay.example.org');
    expect(behindProxy.secure).toBe(true);
    expect(behindProxy.hostAllowed('assay.example.org')).toBe(true);
    expect(behindProxy.originAllowed({ origin: 'https://assay.example.org' })).toBe(true);
    expect(behindProxy.originAllowed({ origin: 'http://assay.example.org' })).toBe(false);
    expect(behindProxy.hostAllowed('192.168.1.5:8787')).toBe(true);
    expect(behindProxy.hostAllowed('192.168.1.5:80')).toBe(false);
    expect(behindProxy.hostAllowed(`${hostname()}:8787`)).toBe(true);
    expect(local.hostAllowed('192.168.1.5:8787')).toBe(false);
  });
});
