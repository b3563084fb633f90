/** What the slider runs over: the chapters of the run, and where something went wrong or out of the ordinary. */
import type { SequenceRow } from '../../projections/sequence/index.ts'
import { selectChapters } from '../selectors/narration.ts'
import { useApp } from '../state/store.ts'
import './timeline.css'

/** A picture for the eye; the slider's own words and the list of messages say the same. `total` is how many steps there are. */
export function Timeline({ total }: { readonly total: number }) {
  const chapters = useApp(selectChapters)
  const rows = useApp((state) => state.run.sequence.rows)
  const recorded = useApp((state) => state.run.liveSteps)
  const percent = (step: number) => `${(100 * step) / Math.max(total, 1)}%`
  return (
    <span className="timeline" aria-hidden="true">
      {chapters.map(({ title, step }, index) => {
        const end = chapters[index + 1]?.step ?? recorded + 1
        return (
          <span key={step} className="timeline-chapter" style={{ left: percent(step - 1), width: percent(end - step) }}>
            {title}
          </span>
        )
      })}
      {rows.flatMap((row) => {
        const mark = markOf(row)
        return mark === undefined
          ? []
          : [<span key={row.index} className="timeline-mark" data-mark={mark} style={{ left: percent(row.step) }} />]
      })}
    </span>
  )
}

/** `error`: it failed. `unusual`: it was lost, or somebody laid hands on it. `time`: the clock was moved. */
function markOf({ kind, tone }: SequenceRow): 'error' | 'unusual' | 'time' | undefined {
  if (tone === 'error') return 'error'
  if (tone === 'lost' || kind === 'wire') return 'unusual'
  return kind === 'clock' ? 'time' : undefined
}
