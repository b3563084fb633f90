/** What is needed once in a while: a file to open, the theme, the help. */
import { Menu } from '@base-ui/react/menu'
import { CircleHelp, Ellipsis, FolderOpen, Monitor, Moon, Sun } from 'lucide-react'
import '../../ui/button.css'
import '../../ui/menu.css'
import { chooseTheme, openDialog } from '../actions/view.ts'
import { useApp } from '../state/store.ts'
import type { ThemeChoice } from '../state/view.ts'

const THEMES: readonly { readonly id: ThemeChoice; readonly title: string; readonly Icon: typeof Sun }[] = [
  { id: 'system', title: 'Like the system', Icon: Monitor },
  { id: 'light', title: 'Light', Icon: Sun },
  { id: 'dark', title: 'Dark', Icon: Moon },
]

/** The button “More” at the end of the header, and its menu. */
export function MoreMenu() {
  const theme = useApp((state) => state.view.theme)
  return (
    <Menu.Root>
      <Menu.Trigger className="button" data-look="quiet" data-icon-only aria-label="More" title="More">
        <Ellipsis />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="menu-positioner" sideOffset={6} align="end">
          <Menu.Popup className="menu">
            <Menu.Item className="menu-item" onClick={() => openDialog('open')}>
              <FolderOpen />
              Open a link or file
              <kbd className="menu-aside">o</kbd>
            </Menu.Item>
            <Menu.Item className="menu-item" onClick={() => openDialog('help')}>
              <CircleHelp />
              Help and shortcuts
              <kbd className="menu-aside">?</kbd>
            </Menu.Item>
            <Menu.RadioGroup value={theme} onValueChange={(value: ThemeChoice) => chooseTheme(value)}>
              <Menu.Group>
                <Menu.GroupLabel className="menu-label">Theme</Menu.GroupLabel>
                {THEMES.map(({ id, title, Icon }) => (
                  <Menu.RadioItem key={id} value={id} className="menu-item" closeOnClick>
                    <Icon />
                    {title}
                    <Menu.RadioItemIndicator className="menu-aside">✓</Menu.RadioItemIndicator>
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
