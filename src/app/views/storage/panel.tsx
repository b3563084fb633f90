/** What each actor holds at the cursor, who can read it there, and where it belongs on each kind of platform. */
import { useEffect, useRef } from 'react'
import { scrollInPane } from '../../../ui/scroll-in-pane.ts'
import { selectScenario } from '../../selectors/outcome.ts'
import { selectStorage } from '../../selectors/storage.ts'
import { useApp } from '../../state/store.ts'
import { ActorCard } from './actor-card.tsx'
import { Platforms } from './platforms.tsx'
import './panel.css'

/** “A, B and C”. */
const LIST = new Intl.ListFormat('en-GB')

/** Cards of the actors, and beneath them the advice of the scenario. */
export default function Storage() {
  const storage = useApp(selectStorage)
  const actors = useApp((state) => state.run.sequence.lanes)
  const advice = useApp((state) => selectScenario(state)?.storage)
  const cursor = useApp((state) => state.view.cursor)
  const wanted = useApp((state) => state.view.storageArtifact)
  const view = useWantedInSight(wanted)
  const holding = storage.filter(({ places }) => places.length > 0)
  const holdsNothing = actors.filter(({ id }) => !holding.some(({ actor }) => actor === id))
  return (
    <div className="storage" ref={view}>
      <p className="storage-now">
        After step {cursor}: who holds what, and who can read it there.
        {holdsNothing.length > 0 && ` These hold nothing: ${LIST.format(holdsNothing.map(({ title }) => title))}.`}
      </p>
      <ul className="storage-actors" aria-label="Who holds what">
        {holding.map(({ actor, places }) => (
          <ActorCard
            key={actor}
            actor={actors.find(({ id }) => id === actor)}
            places={places}
            nameOf={(id) => actors.find((candidate) => candidate.id === id)?.title ?? id}
            advised={advice?.map(({ artifact }) => artifact) ?? []}
            wanted={wanted}
          />
        ))}
      </ul>
      {advice !== undefined && <Platforms advice={advice} wanted={wanted} />}
    </div>
  )
}

/** Brings the advice on the wanted artifact into sight, and the focus to it. */
function useWantedInSight(wanted: string | undefined) {
  const view = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const section = wanted === undefined ? null : view.current?.querySelector<HTMLElement>(`[data-advice="${wanted}"]`)
    if (section == null) return
    scrollInPane(section)
    section.focus({ preventScroll: true })
  }, [wanted])
  return view
}
