/** A button that opens a small card beside it. */
import { Popover as Headless } from '@base-ui/react/popover'
import type { ReactNode } from 'react'
import './menu.css'
import './popover.css'

/** The button, and what stands in the card. */
export interface PopoverProps {
  /** Of the button; its accessible name is what it shows. */
  readonly className: string
  /** What the button says beyond its name. */
  readonly description?: string
  readonly button: ReactNode
  readonly title: string
  readonly children: ReactNode
}

/** A card with a title. It closes by Escape and by a press elsewhere. */
export function Popover({ className, description, button, title, children }: PopoverProps) {
  return (
    <Headless.Root>
      <Headless.Trigger className={className} aria-description={description}>
        {button}
      </Headless.Trigger>
      <Headless.Portal>
        <Headless.Positioner className="menu-positioner" sideOffset={4} collisionPadding={8}>
          <Headless.Popup className="menu popover">
            <Headless.Title className="popover-title">{title}</Headless.Title>
            {children}
          </Headless.Popup>
        </Headless.Positioner>
      </Headless.Portal>
    </Headless.Root>
  )
}
