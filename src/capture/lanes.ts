/** The parties of a recorded login as life lines: the browser, and each origin by the part that it plays. */
import type { Lane } from '../projections/sequence/types.ts'
import { accessTokenOf } from './login.ts'
import { isAtServer, type LoginExchange, originOf } from './recognition.ts'

/** Id of the life line of the browser that recorded. */
export const BROWSER = 'browser'

type Part = 'app' | 'server' | 'api'

const TITLES: Readonly<Record<Part, string>> = { app: 'App', server: 'Authorization server', api: 'API' }

/** A party, and the origin it is behind. */
export interface Party extends Lane {
  /** As recorded; absent for the browser. */
  readonly origin?: string
}

/** The parties: browser, apps, authorization servers, APIs, each group in order of first contact. */
export function partiesOf(exchanges: readonly LoginExchange[]): readonly Party[] {
  const parts = new Map<string, Part>()
  for (const origin of new Set(exchanges.map(originOf))) {
    parts.set(origin, partOf(exchanges.filter((exchange) => originOf(exchange) === origin)))
  }
  const ofPart = (wanted: Part) => [...parts].filter(([, part]) => part === wanted).map(([origin]) => origin)
  const named = (['app', 'server', 'api'] as const).flatMap((part) => {
    const origins = ofPart(part)
    return origins.map(
      (origin, index): Party => ({
        id: `${part}-${index + 1}`,
        title: origins.length === 1 ? TITLES[part] : `${TITLES[part]} ${index + 1}`,
        kind: part === 'app' ? 'app' : 'server',
        origin,
      }),
    )
  })
  return [{ id: BROWSER, title: 'Browser', kind: 'browser' }, ...named]
}

function partOf(exchanges: readonly LoginExchange[]): Part {
  if (exchanges.some(({ kind }) => isAtServer(kind))) return 'server'
  if (exchanges.some(({ kind }) => kind === 'authorization response')) return 'app'
  const isApi = exchanges.some((exchange) => exchange.kind === 'API call' || accessTokenOf(exchange) !== undefined)
  return isApi ? 'api' : exchanges.some(({ kind }) => kind === 'user info' || kind === 'logout') ? 'server' : 'app'
}
