/** The virtual clock, and the moments worth moving it to. */
import { Clock3, FastForward, TimerOff } from 'lucide-react'
import { formatTime } from '../../projections/index.ts'
import { Button } from '../../ui/button.tsx'
import { act } from '../actions/acting.ts'
import { selectClock, selectOffers } from '../selectors/moment.ts'
import { useApp } from '../state/store.ts'
import { MilestoneMenu } from './milestone-menu.tsx'

/** Milestones that always have a button. */
const EXPIRIES = [
  { id: 'access_token', label: 'Expire access token', missing: 'No access token is left to expire.' },
  { id: 'refresh_token', label: 'Expire refresh token', missing: 'No refresh token is left to expire.' },
]

/** Time stands still unless somebody moves it. */
export function Clock() {
  const now = useApp(selectClock)
  const { milestones } = useApp(selectOffers)
  const others = milestones.filter((milestone) => !EXPIRIES.some(({ id }) => id === milestone.id))
  const iso = new Date(now).toISOString()
  return (
    <div className="clock">
      <div role="timer" aria-label="Virtual clock" className="clock-time" title={`Virtual time: ${iso}`}>
        <Clock3 aria-hidden="true" />
        <time dateTime={iso}>{formatTime(now)}</time>
      </div>
      <Button size="small" icon={<FastForward />} onClick={() => void act({ type: 'advance', seconds: 60 })}>
        Advance 1 minute
      </Button>
      {EXPIRIES.map(({ id, label, missing }) => (
        <Button
          key={id}
          size="small"
          icon={<TimerOff />}
          unavailable={milestones.some((milestone) => milestone.id === id) ? undefined : missing}
          onClick={() => void act({ type: 'advance', to: id })}
        >
          {label}
        </Button>
      ))}
      <MilestoneMenu milestones={others} />
    </div>
  )
}
