/** Where a page keeps its tokens: where every script can read them, or in a variable that only its own functions reach. */
import type { TabGlobals } from '../../simulation/index.ts'
import type { TokenStore, Tokens } from './client.ts'

/** In sessionStorage: they survive a reload, and every script of the origin reads them (RFC 10017 §8.5). */
export function storeInSession({ sessionStorage }: Pick<TabGlobals, 'sessionStorage'>): TokenStore {
  return {
    read: () => JSON.parse(sessionStorage.getItem('tokens') ?? 'null') ?? undefined,
    write(tokens) {
      if (tokens === undefined) sessionStorage.removeItem('tokens')
      else sessionStorage.setItem('tokens', JSON.stringify(tokens))
    },
  }
}

/** In a variable of a closure: a reload loses them, and no other script can name them (RFC 10017 §8.4). */
export function storeInMemory(): TokenStore {
  let kept: Tokens | undefined
  return {
    read: () => kept,
    write(tokens) {
      kept = tokens
    },
  }
}
