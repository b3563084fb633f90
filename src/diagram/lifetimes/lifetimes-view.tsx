/** Every code, token, session and challenge of a run as a bar over virtual time, with a line for now. */
import { describeLifetime, describeState, formatTime, type Lifetime, type Lifetimes } from '../../projections/index.ts'
import { LifetimeChip } from '../credential-chip.tsx'
import { createScale } from './scale.ts'
import { Track } from './track.tsx'
import './lifetimes-view.css'

/** What is shown, and which step counts as selected. */
export interface LifetimesViewProps {
  readonly lifetimes: Lifetimes
  /** The step at the cursor. */
  readonly step: number
  /** True for the lifetime that is selected. */
  isSelected(lifetime: Lifetime): boolean
  /** Selects it everywhere. */
  onSelect(lifetime: Lifetime): void
}

/** One bar a lifetime. Each is a button whose name tells all its times. */
export function LifetimesView({ lifetimes, step, isSelected, onSelect }: LifetimesViewProps) {
  const { start, now, items } = lifetimes
  // What was valid before the run began is drawn from its beginning.
  const scale = createScale([start, now, ...items.flatMap(instantsOf).filter((time) => time >= start)])
  return (
    <section className="lifetimes" aria-label="Lifetimes">
      <div className="lifetimes-head">
        <p>
          Step {step}, <span className="lifetimes-now">now {formatTime(now)}</span>
        </p>
        <p className="lifetimes-hint">Not to scale: the longer a gap, the more it is shortened.</p>
      </div>
      {items.length === 0 && <p className="lifetimes-empty">Nothing has been issued yet.</p>}
      {items.length > 0 && (
        <svg className="lifetimes-axis" aria-hidden="true">
          <text x="2%" y="1em">
            {formatTime(start)}
          </text>
          {scale.ticks.map(({ time, at, label }) => (
            <text key={time} x={`${at}%`} y="1em" textAnchor={at > 90 ? 'end' : 'middle'}>
              {label}
            </text>
          ))}
        </svg>
      )}
      <ol className="lifetimes-list" aria-label="Lifetimes">
        {items.map((lifetime) => (
          <li key={lifetime.name} className="lifetimes-item" data-state={lifetime.state}>
            <div className="lifetimes-drawing" aria-hidden="true">
              <span className="lifetimes-name">
                <LifetimeChip lifetime={lifetime} /> {lifetime.name}
              </span>
              <span className="lifetimes-state">{describeState(lifetime, now)}</span>
              <Track lifetime={lifetime} now={now} scale={scale} />
            </div>
            <button
              type="button"
              className="lifetimes-pick"
              aria-label={describeLifetime(lifetime, now)}
              aria-current={isSelected(lifetime) ? 'step' : undefined}
              // What the opening issued has no row in the diagram.
              aria-disabled={lifetime.step === 0 || undefined}
              onClick={() => lifetime.step > 0 && onSelect(lifetime)}
            />
          </li>
        ))}
      </ol>
    </section>
  )
}

function instantsOf({ issuedAt, notBefore, expiresAt, changes }: Lifetime): number[] {
  const known = [notBefore, expiresAt].filter((time) => time !== undefined)
  return [issuedAt, ...known, ...changes.map(({ time }) => time)]
}
