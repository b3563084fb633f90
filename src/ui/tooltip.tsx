/** A word that appears beside what it explains, on hover and on focus. */
import { Tooltip as Headless } from '@base-ui/react/tooltip'
import type { ReactElement } from 'react'
import './tooltip.css'

/** What explains what. */
export interface TooltipProps {
  readonly text: string
  /** The element that is explained; it has an accessible name of its own. */
  readonly children: ReactElement<Record<string, unknown>>
}

/** Wraps an element in a tooltip. */
export function Tooltip({ text, children }: TooltipProps) {
  return (
    <Headless.Root>
      <Headless.Trigger render={children} delay={350} />
      <Headless.Portal>
        <Headless.Positioner className="tooltip-positioner" sideOffset={6}>
          <Headless.Popup className="tooltip">{text}</Headless.Popup>
        </Headless.Positioner>
      </Headless.Portal>
    </Headless.Root>
  )
}
