/** Host names, kept to the domain that somebody has registered: what stands before it names tenants, people and machines. */
import type { Placeholders } from './placeholders.ts'

/** `domain`: the registrable domain. `full`: host names as recorded, because the person has asked for them. */
export type ShownHosts = 'domain' | 'full'

/** This machine, as the specifications write it (RFC 8252 §7.3, §8.3). */
const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Top-level domains in which the label before is the registered one, and those that nobody gets (RFC 2606 §2). Those of two
 * letters are countries. A name under any other is hidden whole, as names of local networks are.
 */
const TOP_LEVEL: ReadonlySet<string> = new Set(
  'com net org edu gov mil int info biz pro app dev cloud online site website shop store tech xyz page host space digital agency studio services solutions software systems network group company business center support consulting health care bank finance insurance energy school university academy education media news games live world global example test'.split(
    ' ',
  ),
)

/** Second levels under which countries register: `example.co.uk`. One that is not here is shown instead of what is under it. */
const SECOND_LEVEL: ReadonlySet<string> = new Set(
  'ac co com edu go gob gouv gov govt gv ltd mil ne net nhs or org plc sch'.split(' '),
)

const LABELS = /^[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,20}$/i

/** The host of an address, `host-1.example.com`; without a name that anybody has registered, `host-1`. */
export function shownHost(host: string, placeholders: Placeholders, shown: ShownHosts): string {
  if (LOOPBACK.has(host)) return host
  if (shown === 'full' && /^(?:[a-z0-9.-]{1,253}|\[[0-9a-f:.]{2,45}\])$/i.test(host)) return host
  const domain = LABELS.test(host) ? registrableDomain(host) : undefined
  if (domain === undefined) return placeholders.nameOf('host', host)
  return domain === host ? host : `${placeholders.nameOf('host', host)}.${domain}`
}

function registrableDomain(host: string): string | undefined {
  const labels = host.split('.')
  const [second = '', top = ''] = labels.slice(-2).map((label) => label.toLowerCase())
  const isCountry = /^[a-z]{2}$/.test(top)
  if (!isCountry && !TOP_LEVEL.has(top)) return undefined
  return labels.slice(isCountry && SECOND_LEVEL.has(second) ? -3 : -2).join('.')
}
