/** Tabs that stand above what they show. */
import { Menu } from '@base-ui/react/menu'
import { Tabs as Headless } from '@base-ui/react/tabs'
import { ChevronDown } from 'lucide-react'
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import './button.css'
import './menu.css'
import './tabs.css'

/** One tab and its panel. */
interface Tab<Id extends string> {
  readonly id: Id
  readonly title: string
  readonly panel: ReactNode
  /** Why there is nothing to show yet; the tab keeps its place. */
  readonly unavailable?: string | undefined
}

/** What a set of tabs shows. */
export interface TabsProps<Id extends string> {
  /** The accessible name of the list. */
  readonly label: string
  readonly tabs: readonly Tab<Id>[]
  readonly selected: Id
  /** How many always stand in the row, before one of the others that is selected; as many as fit when absent. */
  readonly inRow?: number
  onSelect(id: Id): void
}

/**
 * A row of tabs and the panel of the selected one; the others are not in the page. Tabs that do not fit are in a menu at
 * the end of the row; the arrow keys reach them in the row too.
 */
export function Tabs<Id extends string>({ label, tabs, selected, inRow, onSelect }: TabsProps<Id>) {
  const list = useRef<HTMLDivElement>(null)
  const count = tabs.length
  const isFurther = (index: number) => inRow !== undefined && index >= inRow
  useLayoutEffect(() => {
    const element = list.current
    if (element === null || inRow === undefined || inRow >= count) return
    // A tab that is brought in sight to be pressed has scrolled the row.
    element.scrollLeft = 0
    const shown = [...element.querySelectorAll<HTMLElement>('[data-tab]')].filter(
      (tab, index) => index < inRow || tab.dataset.tab === selected,
    )
    element.style.maxWidth = `${Math.max(...shown.map(({ offsetLeft, offsetWidth }) => offsetLeft + offsetWidth))}px`
  }, [inRow, count, selected])
  const hidden = useHidden(list, count, selected)

  // A view that was asked for elsewhere has its tab in sight too.
  useEffect(() => {
    list.current?.querySelector(`[data-tab="${selected}"]`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [selected])

  return (
    <Headless.Root className="tabs" value={selected} onValueChange={(value: Id) => onSelect(value)}>
      <div className="tabs-bar">
        <Headless.List ref={list} className="tabs-list" aria-label={label} activateOnFocus>
          {tabs.map((tab, index) => (
            <Headless.Tab
              key={tab.id}
              value={tab.id}
              data-tab={tab.id}
              className="tabs-tab"
              data-cut={hidden.includes(tab.id) || undefined}
              data-further={isFurther(index) || undefined}
              disabled={tab.unavailable !== undefined}
              title={tab.unavailable}
            >
              {tab.title}
            </Headless.Tab>
          ))}
        </Headless.List>
        {hidden.length > 0 && (
          <MoreTabs label={label} tabs={tabs.filter(({ id }) => hidden.includes(id))} onSelect={onSelect} />
        )}
      </div>
      {tabs.map((tab) => (
        <Headless.Panel key={tab.id} value={tab.id} className="tabs-panel">
          {tab.panel}
        </Headless.Panel>
      ))}
    </Headless.Root>
  )
}

/** The tabs that are out of sight. */
function MoreTabs<Id extends string>({ label, tabs, onSelect }: Pick<TabsProps<Id>, 'label' | 'tabs' | 'onSelect'>) {
  return (
    <Menu.Root>
      <Menu.Trigger className="button" data-look="quiet" data-size="small" aria-label={`More of ${label}`}>
        <span className="button-label">More</span>
        <ChevronDown />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="menu-positioner" sideOffset={6} align="end">
          <Menu.Popup className="menu">
            {tabs.map(({ id, title, unavailable }) => (
              <Menu.Item
                key={id}
                className="menu-item"
                disabled={unavailable !== undefined}
                title={unavailable}
                onClick={() => onSelect(id)}
              >
                {title}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

type ListReference = Readonly<{ current: HTMLDivElement | null }>

/** The ids of the tabs that are not whole in sight. */
function useHidden(list: ListReference, count: number, selected: string): readonly string[] {
  const [hidden, setHidden] = useState<readonly string[]>([])
  useEffect(() => {
    const element = list.current
    if (element === null || count === 0 || selected === '') return
    const look = () => {
      const { left, right } = element.getBoundingClientRect()
      const found = [...element.querySelectorAll<HTMLElement>('[data-tab]')].flatMap((tab) => {
        const place = tab.getBoundingClientRect()
        return place.left < left - 1 || place.right > right + 1 ? [tab.dataset.tab ?? ''] : []
      })
      setHidden((known) => (known.join(' ') === found.join(' ') ? known : found))
    }
    const observer = new ResizeObserver(look)
    observer.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    look()
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [list, count, selected])
  return hidden
}
