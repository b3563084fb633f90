/** Rules for devices that wait while a person signs in elsewhere. */
import { answerOf, answerText } from '../fields.ts'
import type { LoginExchange } from '../recognition.ts'
import { atRequest, type Rule } from './rule.ts'

const DEVICE_GRANT = 'urn:ietf:params:oauth:grant-type:device_code'
/** Without an interval in the answer; and what slow_down adds. */
const [DEFAULT_SECONDS, MORE_SECONDS] = [5, 5]
/** A network is not a metronome. */
const TOLERANCE_SECONDS = 0.5

/** In the order in which a login comes to them. */
export const DEVICE_RULES: readonly Rule[] = [
  {
    id: 'device-polling',
    title: 'A device waits for the interval between two polls',
    clause: 'RFC 8628 §3.5',
    weight: 'weakens',
    fix: 'Wait for the interval of the device authorization response, 5 seconds without one, and 5 seconds longer after each slow_down.',
    check: ({ exchanges, tokenRequests }) => {
      const waits = new Map<string, { seconds: number; before?: LoginExchange }>()
      return tokenRequests.flatMap(({ exchange, parameters }) => {
        const code = parameters.get('device_code')
        if (parameters.get('grant_type') !== DEVICE_GRANT || code === undefined) return []
        const wait = waits.get(code) ?? { seconds: intervalOf(exchanges, code) }
        const seconds = wait.before === undefined ? Number.NaN : (exchange.sentAt - wait.before.sentAt) / 1000
        waits.set(code, {
          seconds: wait.seconds + (answerText(exchange, 'error') === 'slow_down' ? MORE_SECONDS : 0),
          before: exchange,
        })
        return [
          atRequest(
            exchange,
            seconds < wait.seconds - TOLERANCE_SECONDS && {
              message: `The device polled ${Math.round(seconds)} s after the poll before; it had to wait ${wait.seconds} s.`,
            },
          ),
        ]
      })
    },
  },
]

function intervalOf(exchanges: readonly LoginExchange[], code: string): number {
  const granted = exchanges.find((exchange) => answerText(exchange, 'device_code') === code)
  const interval = granted && answerOf(granted).interval
  return typeof interval === 'number' ? interval : DEFAULT_SECONDS
}
