/** Changing what a room is told, without leaving the presenter: outcomes, clock, the fix, the runs of a playlist. */
import { Menu } from '@base-ui/react/menu'
import { ChevronDown, CircleCheck, CircleX, Clock3, FastForward, Play } from 'lucide-react'
import type { ReactNode } from 'react'
import { formatTime } from '../../projections/index.ts'
import { Button } from '../../ui/button.tsx'
import '../../ui/button.css'
import '../../ui/menu.css'
import { act } from '../actions/acting.ts'
import { openMenu } from '../actions/presenting.ts'
import { tellOutcome } from '../actions/telling.ts'
import { NeighbourButtons } from '../playlists/neighbour-buttons.tsx'
import { selectOffers } from '../selectors/moment.ts'
import { selectReached, selectRemedy, selectScenario } from '../selectors/outcome.ts'
import { selectPlaying } from '../selectors/playlist.ts'
import type { PresenterMenu } from '../state/presenter.ts'
import { useApp } from '../state/store.ts'
import { focusPresenter } from './focus.ts'

/** The menus and buttons, for a toolbar. */
export function StoryControls() {
  return (
    <>
      <PlaylistButtons />
      <SeeItWork />
      <OutcomesMenu />
      <ClockMenu />
    </>
  )
}

function SeeItWork() {
  const remedy = useApp(selectRemedy)
  if (remedy === undefined) return null
  return (
    <Button size="small" icon={<Play />} title={`${remedy.summary} (3)`} onClick={() => void tellOutcome(remedy.id)}>
      See it work
    </Button>
  )
}

function OutcomesMenu() {
  const scenario = useApp(selectScenario)
  const reached = useApp(selectReached)
  return (
    <QuietMenu id="outcomes" title="Outcomes" shortcut="o">
      {scenario?.outcomes.map((outcome) => (
        <Menu.Item key={outcome.id} className="menu-item" onClick={() => void tellOutcome(outcome.id)}>
          {outcome.result === 'success' ? <CircleCheck aria-hidden="true" /> : <CircleX aria-hidden="true" />}
          {outcome.title}
          {reached.includes(outcome) && <span className="menu-aside">reached</span>}
        </Menu.Item>
      ))}
    </QuietMenu>
  )
}

function ClockMenu() {
  const { milestones } = useApp(selectOffers)
  return (
    <QuietMenu id="clock" title="Clock" shortcut="m">
      <Menu.Item className="menu-item" onClick={() => void act({ type: 'advance', seconds: 60 })}>
        <FastForward aria-hidden="true" />
        Advance 1 minute
      </Menu.Item>
      {milestones.map(({ id, label, at }) => (
        <Menu.Item key={id} className="menu-item" onClick={() => void act({ type: 'advance', to: id })}>
          <Clock3 aria-hidden="true" />
          {label}
          <time className="menu-aside">{formatTime(at * 1000)}</time>
        </Menu.Item>
      ))}
    </QuietMenu>
  )
}

interface QuietMenuProps {
  readonly id: PresenterMenu
  readonly title: string
  readonly shortcut: string
  readonly children: ReactNode
}

/** A menu that its key opens too; afterwards the keys are the presenter's again. */
function QuietMenu({ id, title, shortcut, children }: QuietMenuProps) {
  const isOpen = useApp((state) => state.presenter.menu === id)
  return (
    <Menu.Root
      open={isOpen}
      onOpenChange={(open) => openMenu(open ? id : undefined)}
      onOpenChangeComplete={(open) => {
        if (!open) focusPresenter()
      }}
    >
      <Menu.Trigger className="button" data-look="quiet" data-size="small" title={`${title} (${shortcut})`}>
        <span className="button-label">{title}</span>
        <ChevronDown />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="menu-positioner" sideOffset={6} align="end" side="top" collisionPadding={8}>
          <Menu.Popup className="menu" finalFocus={false}>
            {children}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

function PlaylistButtons() {
  const playing = useApp(selectPlaying)
  if (playing === undefined) return null
  return (
    <NeighbourButtons playing={playing}>
      {`Next run, ${playing.index + 1} of ${playing.playlist.items.length}`}
    </NeighbourButtons>
  )
}
