/** The list of scenarios, in groups. */
import { useRef } from 'react'
import { useCentred } from '../../ui/use-centred.ts'
import { useApp } from '../state/store.ts'

/** A link per scenario; each one starts its scenario afresh. */
export function LibraryNavigation() {
  const scenarios = useApp((state) => state.run.library)
  const open = useApp((state) => state.recipe.scenario)
  const list = useRef<HTMLElement>(null)
  useCentred(list, `[href="#${open}"]`, scenarios.length)
  // In the order of the library, as the scenarios are.
  const groups = [...new Set(scenarios.map(({ group }) => group))].map((group) => ({
    group,
    members: scenarios.filter((scenario) => scenario.group === group),
  }))
  return (
    <nav ref={list} className="library-navigation" aria-label="Scenarios">
      {groups.map(({ group, members }) => (
        <section key={group} aria-label={group}>
          <h2 className="eyebrow">{group}</h2>
          <ul>
            {members.map((scenario) => (
              <li key={scenario.id} className="library-entry">
                <a
                  className="library-link"
                  href={`#${scenario.id}`}
                  aria-current={scenario.id === open ? 'page' : undefined}
                >
                  {scenario.title}
                </a>
                {scenario.status === 'deprecated' && <span className="library-deprecated">deprecated</span>}
                <p title={scenario.summary}>{scenario.summary}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  )
}
