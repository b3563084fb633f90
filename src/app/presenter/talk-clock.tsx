/** The clock of the talk: how much is left, and the time of day. */
import { AlarmClock, Pause, Play, RotateCcw, TriangleAlert } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { chooseTalkMinutes, pauseTalk, resetTalk, startTalk } from '../actions/presenting.ts'
import { formatTalkTime, isTalkLength, LONGEST_TALK, SHORTEST_TALK, talkAt } from '../audience-link/talk.ts'
import { useApp } from '../state/store.ts'
import { focusPresenter } from './focus.ts'
import './talk-clock.css'

/** Time left and gone, and the buttons that start, stop and reset it. Turns amber and red near the end, and says so. */
export function TalkClock() {
  const now = useNow()
  const talk = useApp((state) => state.presenter.talk)
  const minutes = useApp((state) => state.presenter.talkMinutes)
  const { elapsedMs, remainingMs, phase } = talkAt(talk, minutes, now)
  const isRunning = talk.startedAt !== undefined
  return (
    <section className="talk" data-phase={phase} aria-label="Talk">
      <div className="talk-time" role="timer" aria-label="Talk time">
        {phase === 'under-way' ? <AlarmClock aria-hidden="true" /> : <TriangleAlert aria-hidden="true" />}
        <strong>{formatTalkTime(remainingMs)}</strong>
        <span>{PHASE_WORDS[phase]}</span>
      </div>
      <p className="talk-elapsed">
        <span>{formatTalkTime(elapsedMs)} elapsed</span>
        <time dateTime={new Date(now).toISOString()}>
          {new Date(now).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })}
        </time>
      </p>
      <div className="talk-controls">
        {isRunning ? (
          <Button size="small" icon={<Pause />} onClick={() => pauseTalk(Date.now())}>
            Pause the talk
          </Button>
        ) : (
          <Button size="small" icon={<Play />} onClick={() => startTalk(Date.now())}>
            Start the talk
          </Button>
        )}
        <IconButton size="small" label="Reset the talk" icon={<RotateCcw />} onClick={resetTalk} />
        <TalkLength minutes={minutes} />
      </div>
    </section>
  )
}

const PHASE_WORDS = { 'under-way': 'left', 'near-end': 'left: wrap up', over: 'over time' } as const

function TalkLength({ minutes }: { readonly minutes: number }) {
  return (
    <label className="talk-length">
      <input
        key={minutes}
        type="number"
        aria-label="Length of the talk in minutes"
        defaultValue={minutes}
        min={SHORTEST_TALK}
        max={LONGEST_TALK}
        onBlur={(event) => {
          const typed = event.currentTarget.valueAsNumber
          if (isTalkLength(typed)) chooseTalkMinutes(typed)
          else event.currentTarget.value = String(minutes)
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'Escape') return
          event.preventDefault()
          focusPresenter()
        }}
      />
      min
    </label>
  )
}

/** The real time, epoch milliseconds, twice a second: so that no second is seen late. */
function useNow(): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500)
    return () => clearInterval(timer)
  }, [])
  return now
}
