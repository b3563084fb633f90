/** Tabs that stand above what they show. */
import { Tabs as Headless } from '@base-ui/react/tabs'
import type { ReactNode } from 'react'
import './tabs.css'

/** One tab and its panel. */
export interface Tab<Id extends string> {
  readonly id: Id
  readonly title: string
  readonly panel: ReactNode
}

/** What a set of tabs shows. */
export interface TabsProps<Id extends string> {
  /** The accessible name of the list. */
  readonly label: string
  readonly tabs: readonly Tab<Id>[]
  readonly selected: Id
  onSelect(id: Id): void
  /** Stands at the end of the row of tabs. */
  readonly aside?: ReactNode
}

/** A row of tabs and the panel of the selected one; the others are not in the page. */
export function Tabs<Id extends string>({ label, tabs, selected, onSelect, aside }: TabsProps<Id>) {
  return (
    <Headless.Root className="tabs" value={selected} onValueChange={(value: Id) => onSelect(value)}>
      <div className="tabs-bar">
        <Headless.List className="tabs-list" aria-label={label} activateOnFocus>
          {tabs.map((tab) => (
            <Headless.Tab key={tab.id} value={tab.id} className="tabs-tab">
              {tab.title}
            </Headless.Tab>
          ))}
        </Headless.List>
        {aside}
      </div>
      {tabs.map((tab) => (
        <Headless.Panel key={tab.id} value={tab.id} className="tabs-panel">
          {tab.panel}
        </Headless.Panel>
      ))}
    </Headless.Root>
  )
}
