/** The WebCrypto operations inside a piece of work: recorded once, and done again alone, as the floor under that work. */

const OPERATIONS = ['sign', 'verify', 'digest'] as const

/** The operations of one piece of work. */
export interface CryptoCalls {
  /** What they are, such as “2 sign, 1 verify, 1 digest”. */
  readonly summary: string
  /** Does them again with the same keys and data, one after the other, and nothing else. */
  repeat(): Promise<void>
}

// Taken before anything else can wrap them.
const { prototype } = SubtleCrypto
const originals: Readonly<Record<string, unknown>> = {
  sign: prototype.sign,
  verify: prototype.verify,
  digest: prototype.digest,
}

/** Does the work once and records its operations. */
export async function recordCryptoCalls(work: () => Promise<unknown>): Promise<CryptoCalls> {
  const calls: { operation: string; again: () => unknown }[] = []
  const wrapped = OPERATIONS.map((operation) => [operation, prototype[operation]] as const)
  for (const [operation, current] of wrapped) {
    Object.defineProperty(prototype, operation, {
      configurable: true,
      writable: true,
      value(this: unknown, ...parameters: unknown[]) {
        calls.push({ operation, again: () => call(originals[operation], parameters) })
        return Reflect.apply(current, this, parameters)
      },
    })
  }
  try {
    await work()
  } finally {
    Object.assign(prototype, Object.fromEntries(wrapped))
  }
  return {
    summary: OPERATIONS.map(
      (operation) => `${calls.filter((made) => made.operation === operation).length} ${operation}`,
    ).join(', '),
    async repeat() {
      for (const { again } of calls) await again()
    },
  }
}

function call(operation: unknown, parameters: readonly unknown[]): unknown {
  if (typeof operation !== 'function') throw new TypeError('This Node.js has no WebCrypto.')
  return Reflect.apply(operation, crypto.subtle, parameters)
}
