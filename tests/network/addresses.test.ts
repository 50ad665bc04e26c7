import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isLoopback, isPublic } from '../../src/network/addresses.ts';

test.each([
  '0.0.0.0',
  '0.1.2.3',
  '10.0.0.1',
  '10.255.255.255',
  '100.64.0.1',
  '100.100.100.200',
  '100.127.255.255',
  '127.0.0.1',
  '127.255.255.254',
  '168.63.129.16',
  '169.254.0.1',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.192',
  '192.0.2.1',
  '192.88.99.1',
  '192.168.1.1',
  '198.18.0.1',
  '198.19.255.255',
  '198.51.100.7',
  '203.0.113.7',
  '224.0.0.251',
  '239.255.255.250',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::127.0.0.1',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.1',
  '::ffff:8.8.8.8',
  '::ffff:7f00:1',
  '::ffff:0:127.0.0.1',
  '64:ff9b::127.0.0.1',
  '64:ff9b::10.1.2.3',
  '64:ff9b::a9fe:a9fe',
  '64:ff9b:1::8.8.8.8',
  '100::1',
  '2001::1',
  '2001:0:4136:e378:8000:63bf:3fff:fdd2',
  '2001:2::1',
  '2001:20::1',
  '2001:db8::1',
  '2002:7f00:1::',
  '2002:a00:1::1',
  '3fff::1',
  '5f00::1',
  'fc00::1',
  'fd00:ec2::254',
  'fe80::1',
  'fe80::1%eth0',
  '2606:4700::1%eth0',
  'fec0::1',
  'ff02::1',
  'localhost',
  '127.1',
  '2130706433',
  '',
])('%j is no address of the public internet', (address) => {
  expect(isPublic(address)).toBe(false);
});

test.each([
  '1.1.1.1',
  '8.8.8.8',
  '9.255.255.255',
  '11.0.0.0',
  '100.63.255.255',
  '100.128.0.0',
  '126.255.255.255',
  '128.0.0.1',
  '172.15.255.255',
  '172.32.0.0',
  '192.167.255.255',
  '192.169.0.0',
  '198.17.255.255',
  '198.20.0.0',
  '223.255.255.255',
  '104.244.42.1',
  '2001:4860:4860::8888',
  '2606:4700:4700::1111',
  '2a00:1450:4001:800::200e',
  '64:ff9b::8.8.8.8',
])('%s is an address of the public internet', (address) => {
  expect(isPublic(address)).toBe(true);
  expect(isLoopback(address)).toBe(false);
});

describe('loopback', () => {
  test.each(['127.0.0.1', '127.8.9.1', '::1', '0:0:0:0:0:0:0:1'])('%s is this machine', (address) => {
    expect(isLoopback(address)).toBe(true);
  });

  test.each(['::ffff:127.0.0.1', '169.254.169.254', '10.0.0.1', '0.0.0.0', '::', 'localhost', '::1%lo'])('%s is not', (address) => {
    expect(isLoopback(address)).toBe(false);
  });
});

test('an IPv4 address is as public behind the prefix of a network without IPv4 as it is by itself', () => {
  fc.assert(
    fc.property(fc.ipV4(), (address) => {
      expect(isPublic(`64:ff9b::${address}`)).toBe(isPublic(address));
      expect(isPublic(`::ffff:${address}`)).toBe(false);
    }),
  );
});
