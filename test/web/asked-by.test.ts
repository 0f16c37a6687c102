import { askedBy, proxiesOf } from '../../web/asked-by';

const PROXIES = proxiesOf(['127.0.0.1', '172.16.0.0/12', 'fd00::/8']);

describe('whence a request comes', () => {
  it.each([
    ['127.0.0.1', '203.0.113.7', '203.0.113.7'],
    ['::ffff:127.0.0.1', '203.0.113.7', '203.0.113.7'],
    ['::ffff:172.18.0.1', '10.0.0.1, 203.0.113.7', '203.0.113.7'],
    ['fd00::5', '2001:db8::1', '2001:db8::1'],
    ['127.0.0.1', undefined, '127.0.0.1'],
    ['127.0.0.1', 'unknown', '127.0.0.1'],
    ['198.51.100.4', '203.0.113.7', '198.51.100.4'],
    [undefined, '203.0.113.7', ''],
  ])('from %s that says %s it is %s', (address, forwardedFor, who) => {
    expect(askedBy({ address, forwardedFor }, PROXIES)).toBe(who);
  });
});
