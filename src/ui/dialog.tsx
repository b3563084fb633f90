/** A dialog over the page. */
import { Dialog as Headless } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import './button.css'
import './dialog.css'

/** What a dialog says. */
export interface DialogProps {
  readonly title: string
  readonly description?: string
  /** `page`: as large as the window allows. */
  readonly size?: 'regular' | 'page'
  readonly children: ReactNode
  onClose(): void
}

/**
 * A modal dialog; it is open for as long as it is rendered. Escape, the backdrop and the cross close it. What is marked
 * `data-first-focus` has the focus at first, or else the first thing that can have it.
 */
export function Dialog({ title, description, size = 'regular', children, onClose }: DialogProps) {
  const popup = useRef<HTMLDivElement>(null)
  const firstFocus = () => popup.current?.querySelector<HTMLElement>('[data-first-focus]') ?? true
  return (
    <Headless.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Headless.Portal>
        <Headless.Backdrop className="dialog-backdrop" />
        <Headless.Popup ref={popup} className="dialog" data-size={size} initialFocus={firstFocus}>
          <header className="dialog-header">
            <Headless.Title className="dialog-title">{title}</Headless.Title>
            <Headless.Close className="button" data-look="quiet" data-icon-only aria-label="Close">
              <X />
            </Headless.Close>
          </header>
          {description !== undefined && (
            <Headless.Description className="dialog-description">{description}</Headless.Description>
          )}
          {children}
        </Headless.Popup>
      </Headless.Portal>
    </Headless.Root>
  )
}
