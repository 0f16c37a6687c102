import { BlockList, isIP } from 'node:net';

const familyOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** The proxies of these addresses and networks (`10.0.0.0/8`). */
export function proxiesOf(trusted: readonly string[]): BlockList {
  const proxies = new BlockList();
  for (const [address = '', prefix] of trusted.map((one) => one.split('/'))) {
    if (prefix === undefined) proxies.addAddress(address, familyOf(address));
    else proxies.addSubnet(address, Number(prefix), familyOf(address));
  }
  return proxies;
}

/** Whence a request comes: what the last proxy says, if it is one of ours; else who is connected. */
export function askedBy(
  { address = '', forwardedFor = '' }: { address?: string | undefined; forwardedFor?: string | undefined },
  proxies: BlockList,
): string {
  const said = forwardedFor.split(',').at(-1)?.trim() ?? '';
  return isIP(said) && isIP(address) && proxies.check(address, familyOf(address)) ? said : address;
}
