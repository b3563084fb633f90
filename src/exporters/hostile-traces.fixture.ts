/** Traces whose messages say what no message should be able to say, for the tests of exporters that write messages. */
import fc from 'fast-check'
import { NOON_MS } from '../projections/example-trace.fixture.ts'
import type { Message, Trace } from '../simulation/types.ts'

/** Text that means something to TypeScript, to a URL, to a pattern or to an editor. */
const HOSTILE =
  '\' " ` \x24{x} \\ \\\\ \\n \\u0041 \n \r\n \t \0 \u2028 \u2029 \u202e \ufeff \u00a0 \u0085 \ud800 😀 é */ /* // <!-- </script> __proto__ constructor & = + % %2 %zz %00 : * ( ) {} [a] ? # .. ./ ; , @ $& ^ |'.split(
    ' ',
  )

/** Exchanges of a few endpoints with hostile addresses, parameters, headers and bodies. */
export function hostileTrace(count: number): Trace {
  const text = fc.oneof(
    fc.array(fc.constantFrom(...HOSTILE, ' ', 'a'), { maxLength: 6 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 20 }),
  )
  const values = fc.tuple(text, text, text, text, fc.json({ maxDepth: 2 }), fc.nat(3))
  const paths = fc.sample(text, { numRuns: 40, seed: 3 }).map((path) => path.replace(/[?#]/g, ''))
  return fc
    .sample(values, { numRuns: count, seed: 7 })
    .flatMap(([name, value, field, body, json, kind], index): Trace => {
      const type = kind === 0 ? 'application/x-www-form-urlencoded' : 'text/plain'
      const url = `https://api.example/${paths[index % paths.length]}?${new URLSearchParams([[name, '']])}${value}`
      const request = { method: kind === 3 ? 'GET' : 'POST', url, headers: headers(type, field), body }
      const response = {
        status: 200,
        headers: headers(kind === 1 ? 'application/json' : type, value),
        body: kind === 1 ? json : body,
      }
      const ends = { purpose: 'fetch', request } as const
      const [asked, answered] = [`t${index}#1`, `t${index}#2`]
      const sent: Message = { gate: asked, exchange: asked, direction: 'request', from: 'app', to: 'api', ...ends }
      const back: Message = {
        gate: answered,
        exchange: asked,
        direction: 'response',
        from: 'api',
        to: 'app',
        ...ends,
        response,
      }
      const at = { step: index, time: NOON_MS }
      return [
        { ...at, type: 'held', message: sent },
        { ...at, type: 'delivered', gate: asked },
        { ...at, type: 'held', message: back },
        { ...at, type: index % 10 === 9 ? 'dropped' : 'delivered', gate: answered },
      ]
    })
}

function headers(type: string, value: string) {
  return [
    ['content-type', type],
    ['authorization', value],
    ['x-a', value],
    ['x b', value],
    ['set-cookie', value],
  ] as const
}
