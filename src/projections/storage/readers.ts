/** Who can read what is kept in a place. */

/** Kinds of places. */
export type PlaceKind =
  | 'page-memory'
  | 'worker-memory'
  | 'session-storage'
  | 'local-storage'
  | 'cookie'
  | 'script-cookie'
  | 'address-bar'
  | 'process-memory'
  | 'session-store'
  | 'configuration'
  | 'file'
  | 'keychain'
  | 'log'
  | 'database'
  | 'key-set'
  | 'device'
  | 'loot'

/**
 * How far a place is open: `attacker` holds it already; `onlookers` are people who may look; `scripts` of the page, an injected
 * one too; `operator` of the machine alone; `browser` alone; `owner` of the device; `public` is no secret.
 */
export type Exposure = 'attacker' | 'onlookers' | 'scripts' | 'operator' | 'browser' | 'owner' | 'public'

/** What is said about a place. */
export interface Readers {
  readonly title: string
  readonly exposure: Exposure
  /** One or two sentences: who reads it there, and how long it stays. */
  readonly readableBy: string
}

/** Who reads a place of a kind; `of` is its origin, host, or window. */
export function readersOf(kind: PlaceKind, of = ''): Readers {
  switch (kind) {
    case 'page-memory':
      return {
        title: 'Memory of the page',
        exposure: 'scripts',
        readableBy:
          'Every script of this page, including an injected one. A reload loses it; nothing is left on the disk.',
      }
    case 'worker-memory':
      return {
        title: 'Memory of a worker',
        exposure: 'browser',
        readableBy:
          'The worker alone: a script of the page, an injected one too, can only send it messages. It ends with the page.',
      }
    case 'session-storage':
      return {
        title: `sessionStorage of ${of.split(' ').reverse().join(' in ')}`,
        exposure: 'scripts',
        readableBy:
          'Every script of this origin in this tab, including an injected one. It survives a reload and ends with the tab.',
      }
    case 'local-storage':
      return {
        title: `localStorage of ${of}`,
        exposure: 'scripts',
        readableBy:
          'Every script of this origin in every tab, including an injected one. It stays until somebody deletes it.',
      }
    case 'cookie':
      return {
        title: `Cookies of ${of}, HttpOnly`,
        exposure: 'browser',
        readableBy: `Only the browser: no script can read it. It is sent with requests to ${of}, including those that an injected script makes.`,
      }
    case 'script-cookie':
      return {
        title: `Cookies of ${of}, not HttpOnly`,
        exposure: 'scripts',
        readableBy: `Every script of a page of ${of}, including an injected one. It is sent with requests to ${of}.`,
      }
    case 'address-bar':
      return {
        title: `Address bar of “${of}”`,
        exposure: 'onlookers',
        readableBy:
          'Whoever sees the screen, extensions, and every script of the page. Browsers keep addresses in their history, and some synchronise it.',
      }
    case 'process-memory':
      return {
        title: 'Memory of the process',
        exposure: 'operator',
        readableBy:
          'The process, and operators who can take a dump of its memory. No browser and no script. A restart loses it.',
      }
    case 'session-store':
      return {
        title: 'Session store',
        exposure: 'operator',
        readableBy:
          'The server and its operators. The browser has only a key to it, in a cookie, and none of its content.',
      }
    case 'configuration':
      return {
        title: 'Configuration',
        exposure: 'operator',
        readableBy: 'The process, and whoever may read its configuration or deploy it.',
      }
    case 'file':
      return {
        title: `File ${of}`,
        exposure: 'owner',
        readableBy:
          'Every program that runs as this person, in every terminal, and whoever reads a backup. It stays until somebody deletes it.',
      }
    case 'keychain':
      return {
        title: 'Shared Keychain',
        exposure: 'owner',
        readableBy: 'The app and its extensions, which are of one access group, once the phone was unlocked.',
      }
    case 'log':
      return {
        title: 'Access log',
        exposure: 'onlookers',
        readableBy: 'Whoever may read the log: operators, support, and every system it is copied to.',
      }
    case 'database':
      return {
        title: 'Database',
        exposure: 'operator',
        readableBy: 'The server and its operators. It keeps what it issued for as long as it must answer for it.',
      }
    case 'key-set':
      return {
        title: 'Key set',
        exposure: 'public',
        readableBy: 'Everybody: public keys are for checking signatures, not for making them.',
      }
    case 'device':
      return {
        title: 'The device',
        exposure: 'owner',
        readableBy: 'Whoever has the unlocked device in their hands.',
      }
    case 'loot':
      return {
        title: 'Loot',
        exposure: 'attacker',
        readableBy:
          'The attacker, and whoever they pass it on to. Nobody can take it back; it is worthless only when revoked, expired or bound to a key.',
      }
    default:
      return kind satisfies never
  }
}
