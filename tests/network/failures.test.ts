import { expect, test } from 'vitest';
import { failureOf } from '../../src/network/failures.ts';

const error = (code: string) => Object.assign(new Error(`it says ${code}`), { code });

test.each([
  ['CERT_HAS_EXPIRED', 'tls'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'tls'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls'],
  ['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', 'tls'],
  ['EPROTO', 'tls'],
  ['ENETUNREACH', 'unreachable'],
  ['EHOSTUNREACH', 'unreachable'],
  ['ECONNREFUSED', 'refused-connection'],
  ['ETIMEDOUT', 'timeout'],
  ['UND_ERR_CONNECT_TIMEOUT', 'timeout'],
  ['ENOTFOUND', 'dns-not-found'],
  ['EAI_FAIL', 'dns'],
  ['EPIPE', 'reset'],
  ['UND_ERR_HEADERS_OVERFLOW', 'too-large'],
  ['ESOMETHING_NEW', 'protocol'],
])('%s is told as %s', (code, reason) => {
  expect(failureOf(error(code))).toEqual({ reason, message: `it says ${code}` });
});

test('of a server with several addresses, what those say that can be reached counts', () => {
  const failure = failureOf(new AggregateError([error('ENETUNREACH'), error('ECONNREFUSED')]));
  expect(failure?.reason).toBe('refused-connection');
  expect(failureOf(new AggregateError([error('ENETUNREACH'), error('EHOSTUNREACH')]))?.reason).toBe('unreachable');
});

test('what a server makes an error say stays on one line', () => {
  const hostile = Object.assign(new Error(`names: \u001b[2J\n${'x'.repeat(5000)}`), { code: 'ERR_TLS_CERT_ALTNAME_INVALID' });
  const message = failureOf(hostile)?.message ?? '';
  expect(message).toMatch(/^names: \[2J x+…$/);
  expect(message.length).toBeLessThanOrEqual(200);
});

test('a bug is no failure of a server', () => {
  expect(failureOf(new TypeError('x is not a function'))).toBeNull();
  expect(failureOf('thrown')).toBeNull();
});
