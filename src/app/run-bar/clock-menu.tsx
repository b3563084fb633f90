/** How fast the run plays, and the moments that have no button of their own. */
import { Menu } from '@base-ui/react/menu'
import { ChevronUp } from 'lucide-react'
import { formatTime } from '../../projections/index.ts'
import type { Milestone } from '../../simulation/index.ts'
import '../../ui/button.css'
import '../../ui/menu.css'
import { act } from '../actions/acting.ts'
import { chooseSpeed } from '../actions/view.ts'
import { useApp } from '../state/store.ts'
import { SPEEDS, type Speed } from '../state/view.ts'

/** The menu at the end of the bar. */
export function ClockMenu({ milestones }: { readonly milestones: readonly Milestone[] }) {
  const speed = useApp((state) => state.view.speed)
  const isUntouched = useApp((state) => state.recipe.choices.length === 0)
  return (
    <Menu.Root>
      <Menu.Trigger
        className={isUntouched && milestones.length === 0 ? 'button receded' : 'button'}
        data-look="quiet"
        data-size="small"
        aria-label="More moments and speed"
      >
        <span className="button-label">{speed === 1 ? 'More' : `${speed}×`}</span>
        <ChevronUp />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="menu-positioner" sideOffset={6} align="end" side="top">
          <Menu.Popup className="menu">
            {milestones.length > 0 && (
              <Menu.Group>
                <Menu.GroupLabel className="menu-label">Move the clock to</Menu.GroupLabel>
                {milestones.map(({ id, label, at }) => (
                  <Menu.Item key={id} className="menu-item" onClick={() => void act({ type: 'advance', to: id })}>
                    {label}
                    <time className="menu-aside">{formatTime(at * 1000)}</time>
                  </Menu.Item>
                ))}
              </Menu.Group>
            )}
            <Menu.RadioGroup value={speed} onValueChange={(value: Speed) => chooseSpeed(value)}>
              <Menu.Group>
                <Menu.GroupLabel className="menu-label">Speed of Play</Menu.GroupLabel>
                {SPEEDS.map((value) => (
                  <Menu.RadioItem key={value} value={value} className="menu-item" closeOnClick>
                    {value}×<Menu.RadioItemIndicator className="menu-aside">✓</Menu.RadioItemIndicator>
                  </Menu.RadioItem>
                ))}
              </Menu.Group>
            </Menu.RadioGroup>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
