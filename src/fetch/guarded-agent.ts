import { type LookupAddress, lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { type AddressPolicy, mayConnectTo } from './addresses.ts';
import { fetchProblem } from './problems.ts';
import { bareHost } from './web-address.ts';

/** Finds the IP addresses of a name, all of them. */
export type FindAddresses = (
  name: string,
  answer: (error: Error | null, addresses: readonly LookupAddress[]) => void,
) => void;

const askSystem: FindAddresses = (name, answer) => systemLookup(name, { all: true }, answer);

/**
 * An agent whose every connection is checked as it is made: a literal address as it stands, a name by what it
 * is looked up to, and it is those very addresses that are connected to. A name that answers otherwise the
 * next time is checked anew with the next connection. No proxy of the environment is used.
 */
export function guardedAgent(policy: AddressPolicy, findAddresses: FindAddresses = askSystem): Agent {
  const connect = buildConnector({
    lookup: guardedLookup(policy, findAddresses),
    autoSelectFamily: true,
    rejectUnauthorized: true,
    allowH2: false,
  });
  return new Agent({
    connect: (options, done) => {
      const host = bareHost(options.hostname);
      // A literal address is never looked up.
      if (isIP(host) !== 0 && !mayConnectTo(host, policy)) done(fetchProblem('refused'), null);
      else connect(options, done);
    },
  });
}

/** Gives a name's addresses if it may connect to all of them: one that mixes in a private one is suspect. */
function guardedLookup(policy: AddressPolicy, findAddresses: FindAddresses): LookupFunction {
  return (name, { all }, done) => {
    findAddresses(name, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error || !first) return done(error ?? fetchProblem('name'), []);
      if (!addresses.every(({ address }) => mayConnectTo(address, policy))) {
        return done(fetchProblem('refused'), []);
      }
      if (all) done(null, [...addresses]);
      else done(null, first.address, first.family);
    });
  };
}
