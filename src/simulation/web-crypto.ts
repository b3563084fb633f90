/** WebCrypto inside a run: each operation is counted until it is back, and equal ones are done once. */

import { createCryptoMemo } from './crypto-memo.ts'
import { inOrder, inOrderAtOnce } from './settle.ts'

const memo = createCryptoMemo()
let isWatched = false

/**
 * Watches every WebCrypto operation, in whatever library it is started. jose and OAuth clients use the global
 * `crypto.subtle`, so its methods are wrapped, once.
 */
export function watchCrypto(): void {
  if (isWatched) return
  isWatched = true
  const prototype: object = Object.getPrototypeOf(globalThis.crypto.subtle)
  for (const name of Object.getOwnPropertyNames(prototype)) {
    const descriptor = Object.getOwnPropertyDescriptor(prototype, name)
    const operation: unknown = descriptor?.value
    if (name === 'constructor' || typeof operation !== 'function') continue
    Object.defineProperty(prototype, name, {
      ...descriptor,
      value(this: unknown, ...parameters: unknown[]) {
        const key = this === globalThis.crypto.subtle ? memo.keyOf(name, parameters) : undefined
        const known = key === undefined ? undefined : memo.recall(key)
        if (known !== undefined) return inOrderAtOnce(known)
        const result: unknown = Reflect.apply(operation, this, parameters)
        if (!(result instanceof Promise)) return result
        if (key !== undefined) memo.keep(key, result)
        return inOrder(result)
      },
    })
  }
}

/** Forgets every result, so that the next operations are done anew. Changes nothing but how long they take. */
export function forgetCrypto(): void {
  memo.clear()
}
