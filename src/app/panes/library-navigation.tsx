/** The list of scenarios, in groups, with a search field. */
import { Search } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { Scenario } from '../../scenarios/contract.ts'
import '../../ui/field.css'
import { searchFocused, searchFor } from '../actions/view.ts'
import { SCENARIO_GROUPS } from '../registry.ts'
import { useApp } from '../store/store.ts'

/** A link per scenario; each one starts its scenario afresh. */
export function LibraryNavigation() {
  const search = useApp((state) => state.view.search)
  const scenarios = useApp((state) => state.run.library)
  const open = useApp((state) => state.session.scenario)
  const list = useRef<HTMLElement>(null)
  const listed = scenarios.length
  useEffect(() => {
    // Only the open one's link is current, and the list grows as scenarios load.
    const link = listed > 0 && open !== '' && list.current?.querySelector<HTMLElement>('[aria-current="page"]')
    // The list scrolls by itself, and nothing around it may.
    if (link && list.current) list.current.scrollTop = link.offsetTop - list.current.clientHeight / 2
  }, [open, listed])
  const found = scenarios.filter((scenario) => matches(scenario, search))
  const groups = SCENARIO_GROUPS.map((group) => ({
    group,
    members: found.filter((scenario) => scenario.group === group),
  })).filter(({ members }) => members.length > 0)
  return (
    <nav ref={list} className="library-navigation" aria-label="Scenarios">
      <SearchField search={search} />
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
                  title={scenario.summary}
                >
                  {scenario.title}
                </a>
                {scenario.status === 'deprecated' && <span className="library-deprecated">deprecated</span>}
              </li>
            ))}
          </ul>
        </section>
      ))}
      {found.length === 0 && <p className="library-empty">No scenario has “{search}” in its name.</p>}
    </nav>
  )
}

function SearchField({ search }: { readonly search: string }) {
  const field = useRef<HTMLInputElement>(null)
  const isWanted = useApp((state) => state.view.isSearchWanted)
  useEffect(() => {
    if (!isWanted) return
    field.current?.select()
    searchFocused()
  }, [isWanted])
  return (
    <div className="library-search">
      <Search aria-hidden="true" />
      <input
        ref={field}
        className="field"
        type="search"
        aria-label="Search scenarios"
        placeholder="Search  /"
        value={search}
        onChange={(event) => searchFor(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && searchFor('')}
      />
    </div>
  )
}

function matches(scenario: Scenario, search: string): boolean {
  const text = `${scenario.title} ${scenario.summary} ${scenario.specs.join(' ')}`.toLowerCase()
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}
