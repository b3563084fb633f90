/** Floor 2: what a trace looks like from a given side. Every projection is a pure function of a trace and a step. */
export { type Check, checksOf, type Failure, failureAt } from './checks.ts'
export { type ClaimComparison, claimText, compareClaims } from './claims/index.ts'
export { curlCommand, shellNote } from './curl.ts'
export { type DecisionChart, type DecisionPath, decisionPathsAt } from './decisions/index.ts'
export { flowchartText } from './decisions/mermaid.ts'
export { formatDuration, formatTime } from './duration.ts'
export {
  carriedExchanges,
  type ExchangeView,
  exchangeAt,
  exchangesIn,
  type Fate,
} from './exchanges.ts'

export {
  type Lifetime,
  type LifetimeState,
  type Lifetimes,
  lifetimesAt,
} from './lifetimes/index.ts'
export { describeLifetime, describeState } from './lifetimes/words.ts'
export { eventsOf, eventsUpTo } from './moments.ts'
export { clockAt, offersAt, stateAt, windowsAt } from './present.ts'
export { reasonPhrase } from './response-detail.ts'
export { type SeenToken, tokensIn } from './tokens.ts'
