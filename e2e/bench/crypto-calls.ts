/** The WebCrypto operations inside a piece of work: recorded once, and done again alone, as the floor under that work. */

const OPERATIONS = ['importKey', 'sign', 'verify', 'digest'] as const

/** The operations of one piece of work. */
export interface CryptoCalls {
  /** What they are, such as “1 importKey, 2 sign, 1 verify, 1 digest”. */
  readonly summary: string
  /** Does them again with the same data, one after the other, and nothing else. Keys that the work imported are imported again. */
  repeat(): Promise<void>
}

interface Call {
  readonly operation: (typeof OPERATIONS)[number]
  readonly parameters: readonly unknown[]
  result?: unknown
}

let recorded: Call[] | undefined

// Before a run can wrap them: what it knows already never comes here.
const { prototype } = SubtleCrypto
const originals: Readonly<Record<string, unknown>> = Object.fromEntries(
  OPERATIONS.map((operation) => [operation, prototype[operation]]),
)
for (const operation of OPERATIONS) {
  Object.defineProperty(prototype, operation, {
    configurable: true,
    writable: true,
    value(this: unknown, ...parameters: unknown[]) {
      const result = call(operation, this, parameters)
      if (recorded !== undefined) {
        const made: Call = { operation, parameters }
        recorded.push(made)
        result.then(
          (value) => {
            made.result = value
          },
          () => undefined,
        )
      }
      return result
    },
  })
}

/** Does the work once and records the operations that are really done in it. */
export async function recordCryptoCalls(work: () => Promise<unknown>): Promise<CryptoCalls> {
  const calls: Call[] = []
  recorded = calls
  try {
    await work()
  } finally {
    recorded = undefined
  }
  return {
    summary: OPERATIONS.map(
      (operation) => `${calls.filter((made) => made.operation === operation).length} ${operation}`,
    ).join(', '),
    async repeat() {
      const keys = new Map<unknown, unknown>()
      for (const { operation, parameters, result } of calls) {
        const again = await call(
          operation,
          crypto.subtle,
          parameters.map((parameter) => keys.get(parameter) ?? parameter),
        )
        if (operation === 'importKey') keys.set(result, again)
      }
    },
  }
}

function call(operation: string, subtle: unknown, parameters: readonly unknown[]): Promise<unknown> {
  const original = originals[operation]
  if (typeof original !== 'function') throw new TypeError('This Node.js has no WebCrypto.')
  return Reflect.apply(original, subtle, parameters)
}
