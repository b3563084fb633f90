/** Between two messages that wait together: a button that has the lower one arrive first. */
import { ArrowUpDown } from 'lucide-react'
import type { WaitingRow } from '../projections/sequence/types.ts'

/** What waits, in the order in which it arrives, and where the first row stands. */
export interface SwapButtonsProps {
  readonly waiting: readonly WaitingRow[]
  readonly top: number
  readonly rowHeight: number
  /** The message with this gate is to arrive before the one above it. */
  onSwap(gate: string): void
}

/** One button on each line between two rows. */
export function SwapButtons({ waiting, top, rowHeight, onSwap }: SwapButtonsProps) {
  return waiting.slice(1).map((lower, index) => {
    const upper = waiting[index]
    const name = `Swap the order: ${labelOf(lower)} before ${upper && labelOf(upper)}`
    return (
      <button
        key={lower.gate}
        type="button"
        className="sequence-swap"
        aria-label={name}
        title={name}
        style={{ top: top + (index + 1) * rowHeight }}
        onClick={() => onSwap(lower.gate)}
      >
        <ArrowUpDown aria-hidden="true" size="60%" />
      </button>
    )
  })
}

function labelOf({ label, thread }: WaitingRow): string {
  return thread === undefined ? label : `${label} of ${thread}`
}
