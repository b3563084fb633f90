/** One bar: what has been lived, what is left, what was cut off, and a mark for each thing that happened. */
import type { Lifetime } from '../../projections/index.ts'
import type { Scale } from './scale.ts'

/** Where the bar of something without an expiry goes to, in percent. */
const NO_END = 100

/** The bar of a lifetime over a scale. */
export function Track({
  lifetime,
  now,
  scale,
}: {
  readonly lifetime: Lifetime
  readonly now: number
  readonly scale: Scale
}) {
  const { issuedAt, notBefore, expiresAt, endedAt, changes } = lifetime
  const begin = scale.position(issuedAt)
  const until = scale.position(endedAt ?? now)
  const planned = expiresAt === undefined ? NO_END : scale.position(expiresAt)
  return (
    <svg className="lifetimes-track" aria-hidden="true">
      {scale.ticks.map(({ time, at }) => (
        <line key={time} className="lifetimes-tick" x1={`${at}%`} x2={`${at}%`} y1="0" y2="100%" />
      ))}
      <line
        className="lifetimes-now-line"
        x1={`${scale.position(now)}%`}
        x2={`${scale.position(now)}%`}
        y1="0"
        y2="100%"
      />
      <rect
        className={endedAt === undefined ? 'lifetimes-left' : 'lifetimes-cut'}
        {...span(begin, planned)}
        y="5"
        height="8"
      />
      <rect className="lifetimes-lived" {...span(begin, until)} y="5" height="8" />
      {notBefore !== undefined && <NotBefore from={begin} to={scale.position(notBefore)} />}
      <circle className="lifetimes-issue" cx={`${begin}%`} cy="9" r="4" />
      {changes.map(({ change, time, step }) => (
        <rect
          key={`${step} ${change}`}
          className="lifetimes-change"
          data-change={change}
          x={`${scale.position(time)}%`}
          y="1"
          width="3"
          height="16"
        />
      ))}
    </svg>
  )
}

/** The time in which it would not be taken yet, or was already before its issuer heard of it, and the edge of that. */
function NotBefore({ from, to }: { readonly from: number; readonly to: number }) {
  return (
    <>
      <rect
        className={from < to ? 'lifetimes-not-yet' : 'lifetimes-already'}
        {...span(Math.min(from, to), Math.max(from, to))}
        y="5"
        height="8"
      />
      <svg x={`${to}%`} y="1" overflow="visible" aria-hidden="true">
        <path className="lifetimes-not-before" d="M0 0h5v2H2v12h3v2H0z" />
      </svg>
    </>
  )
}

function span(from: number, to: number): { readonly x: string; readonly width: string } {
  return { x: `${from}%`, width: `${Math.max(0, to - from)}%` }
}
