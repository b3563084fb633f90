/** Results of WebCrypto operations whose result follows from what they are given: the same key and input are not computed twice. */

/** How many results are kept; the oldest one goes first. With {@link MOST_BYTES} that is 10 MB at the very most. */
const MOST_RESULTS = 2000

/** Longer inputs are computed each time. Tokens are a fifth of it. */
const MOST_BYTES = 4096

/** Whose signatures are the same each time (RFC 8017 §9.2, RFC 2104). Those of ECDSA and RSA-PSS are random. */
const REPEATABLE = ['RSASSA-PKCS1-v1_5', 'HMAC']

/** Creates an empty memo. */
export function createCryptoMemo() {
  const results = new Map<string, unknown>()
  const numbers = new WeakMap<object, number>()
  let lastNumber = 0

  /** A key by its identity, which its kind, its use and its bits belong to. */
  function numberOf(key: CryptoKey): string {
    const number = numbers.get(key) ?? ++lastNumber
    numbers.set(key, number)
    return String(number)
  }

  return {
    /** What tells an operation from every other one; undefined when its result is not to be kept. */
    keyOf(operation: string, parameters: readonly unknown[]): string | undefined {
      const [first, second, third, fourth] = parameters
      const name = nameOf(first)
      switch (operation) {
        case 'digest':
          return name?.startsWith('SHA-') ? join(operation, name, bytesAsText(second)) : undefined
        case 'importKey':
          return join(operation, String(first), keyDataAsText(second), JSON.stringify(parameters.slice(2)))
        case 'sign':
        case 'verify':
          if (!(second instanceof CryptoKey) || !REPEATABLE.includes(second.algorithm.name)) return undefined
          return join(
            operation,
            name,
            numberOf(second),
            bytesAsText(third),
            operation === 'sign' ? '' : bytesAsText(fourth),
          )
        default:
          return undefined
      }
    },

    /** The result of an equal operation, a copy for each who asks; undefined when there is none. */
    recall: (key: string): unknown => copyOf(results.get(key)),

    /** Keeps what an operation brings. One that fails is done again the next time. */
    keep(key: string, work: Promise<unknown>): void {
      work.then(
        (result) => {
          results.set(key, copyOf(result))
          const [oldest] = results.size > MOST_RESULTS ? results.keys() : []
          if (oldest !== undefined) results.delete(oldest)
        },
        () => undefined,
      )
    },

    clear: () => results.clear(),
  }
}

const decoder = new TextDecoder('latin1')

/** One character a byte; undefined for what are no bytes, or too many. */
function bytesAsText(bytes: unknown): string | undefined {
  if (!(bytes instanceof ArrayBuffer || ArrayBuffer.isView(bytes)) || bytes.byteLength > MOST_BYTES) return undefined
  return decoder.decode(bytes)
}

/** A key that is to be imported: bytes, or a JSON Web Key. */
function keyDataAsText(data: unknown): string | undefined {
  if (data instanceof ArrayBuffer || ArrayBuffer.isView(data)) return bytesAsText(data)
  const text = JSON.stringify(data)
  return text.length > MOST_BYTES ? undefined : text
}

function nameOf(algorithm: unknown): string | undefined {
  if (typeof algorithm === 'string') return algorithm
  const { name } = (algorithm ?? {}) as { readonly name?: unknown }
  return typeof name === 'string' ? name : undefined
}

/** The parts with their lengths, so that no two lists of parts give the same text. */
function join(...parts: readonly (string | undefined)[]): string | undefined {
  return parts.includes(undefined) ? undefined : parts.map((part = '') => `${part.length} ${part}`).join('')
}

function copyOf(result: unknown): unknown {
  return result instanceof ArrayBuffer ? result.slice(0) : result
}
