/** The virtual clock, and the moments worth moving it to. */
import { Clock3, FastForward, TimerOff } from 'lucide-react'
import { formatTime } from '../../projections/index.ts'
import { Button } from '../../ui/button.tsx'
import { act } from '../actions/acting.ts'
import { selectClock, selectOffers } from '../selectors/moment.ts'
import { useApp } from '../state/store.ts'
import { ClockMenu } from './clock-menu.tsx'

/** Milestones that have a button of their own once there is such a token. */
const EXPIRIES = [
  { id: 'access_token', label: 'Expire access token', word: 'Access' },
  { id: 'refresh_token', label: 'Expire refresh token', word: 'Refresh' },
]

/** Time stands still unless somebody moves it. */
export function Clock() {
  const now = useApp(selectClock)
  const { milestones } = useApp(selectOffers)
  const isUntouched = useApp((state) => state.recipe.choices.length === 0)
  const others = milestones.filter((milestone) => !EXPIRIES.some(({ id }) => id === milestone.id))
  const iso = new Date(now).toISOString()
  return (
    <div className="clock">
      {EXPIRIES.map(({ id, label, word }) => (
        <Button
          key={id}
          className={milestones.some((milestone) => milestone.id === id) ? '' : 'receded'}
          size="small"
          look="quiet"
          icon={<TimerOff />}
          unavailable={milestones.some((milestone) => milestone.id === id) ? undefined : 'there is none left to expire'}
          aria-label={label}
          title={`${label}: moves the clock there`}
          onClick={() => void act({ type: 'advance', to: id })}
        >
          {word}
        </Button>
      ))}
      <Button
        size="small"
        className={isUntouched ? 'receded' : ''}
        icon={<FastForward />}
        aria-label="Advance 1 minute"
        title="Advance 1 minute"
        onClick={() => void act({ type: 'advance', seconds: 60 })}
      >
        1 minute
      </Button>
      <div role="timer" aria-label="Virtual clock" className="clock-time" title={`Virtual time: ${iso}`}>
        <Clock3 aria-hidden="true" />
        <time dateTime={iso}>{formatTime(now)}</time>
      </div>
      <ClockMenu milestones={others} />
    </div>
  )
}
