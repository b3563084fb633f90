/** The milestones that have no button of their own. */
import { Menu } from '@base-ui/react/menu'
import { ChevronDown } from 'lucide-react'
import { formatTime } from '../../projections/index.ts'
import type { Milestone } from '../../simulation/index.ts'
import '../../ui/button.css'
import '../../ui/menu.css'
import { act } from '../actions/acting.ts'

/** A menu of moments; empty ones cannot be opened. */
export function MilestoneMenu({ milestones }: { readonly milestones: readonly Milestone[] }) {
  return (
    <Menu.Root disabled={milestones.length === 0}>
      <Menu.Trigger className="button" data-look="secondary" data-size="small" aria-label="More moments">
        <span className="button-label">More</span>
        <ChevronDown />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="menu-positioner" sideOffset={6} align="end" side="top">
          <Menu.Popup className="menu">
            {milestones.map(({ id, label, at }) => (
              <Menu.Item key={id} className="menu-item" onClick={() => void act({ type: 'advance', to: id })}>
                {label}
                <time className="menu-aside">{formatTime(at * 1000)}</time>
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
