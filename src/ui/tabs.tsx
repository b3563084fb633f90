/** Tabs that stand above what they show. */
import { Tabs as Headless } from '@base-ui/react/tabs'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import './tabs.css'

/** One tab and its panel. */
interface Tab<Id extends string> {
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
}

/** A row of tabs and the panel of the selected one; the others are not in the page. */
export function Tabs<Id extends string>({ label, tabs, selected, onSelect }: TabsProps<Id>) {
  const list = useRef<HTMLDivElement>(null)
  const hidden = useOverflow(list, tabs.length)

  // A view that was asked for elsewhere has its tab in sight too.
  useEffect(() => {
    list.current?.querySelector(`[data-tab="${selected}"]`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [selected])

  return (
    <Headless.Root className="tabs" value={selected} onValueChange={(value: Id) => onSelect(value)}>
      <div className="tabs-bar">
        {hidden.before && <Scroll direction={-1} list={list} />}
        <Headless.List ref={list} className="tabs-list" aria-label={label} activateOnFocus>
          {tabs.map((tab) => (
            <Headless.Tab key={tab.id} value={tab.id} data-tab={tab.id} className="tabs-tab">
              {tab.title}
            </Headless.Tab>
          ))}
        </Headless.List>
        {hidden.after && <Scroll direction={1} list={list} />}
      </div>
      {tabs.map((tab) => (
        <Headless.Panel key={tab.id} value={tab.id} className="tabs-panel">
          {tab.panel}
        </Headless.Panel>
      ))}
    </Headless.Root>
  )
}

type ListReference = Readonly<{ current: HTMLDivElement | null }>

interface ScrollProps {
  readonly direction: 1 | -1
  readonly list: ListReference
}

/** Brings tabs into sight for a pointer; the keyboard and a screen reader reach them by the arrow keys anyway. */
function Scroll({ direction, list }: ScrollProps) {
  const scroll = () => list.current?.scrollBy({ left: direction * list.current.clientWidth * 0.7 })
  return (
    <button type="button" className="tabs-scroll" tabIndex={-1} aria-hidden="true" onClick={scroll}>
      {direction < 0 ? <ChevronLeft /> : <ChevronRight />}
    </button>
  )
}

/** On which sides of the list there are tabs out of sight. */
function useOverflow(list: ListReference, count: number) {
  const [hidden, setHidden] = useState({ before: false, after: false })
  useEffect(() => {
    const element = list.current
    if (element === null || count === 0) return
    const look = () => {
      const before = element.scrollLeft > 1
      const after = element.scrollLeft + element.clientWidth < element.scrollWidth - 1
      setHidden((known) => (known.before === before && known.after === after ? known : { before, after }))
    }
    const observer = new ResizeObserver(look)
    observer.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    look()
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [list, count])
  return hidden
}
