/** What is on or off while presenting, and the way out. */
import { AppWindow, Focus, type LucideIcon, MonitorOff, X } from 'lucide-react'
import { IconButton } from '../../ui/icon-button.tsx'
import { leavePresenter, toggleBlank, toggleSpotlight, toggleStage } from '../actions/presenting.ts'
import { isStageShown } from '../selectors/presenter.ts'
import { useApp } from '../state/store.ts'

/** Stage, spotlight, blank screen. */
export function Switches() {
  const isStage = useApp(isStageShown)
  const hasSpotlight = useApp((state) => state.presenter.hasSpotlight)
  const isBlank = useApp((state) => state.presenter.isBlank)
  return (
    <>
      <Switch label="Stage" shortcut="a" icon={AppWindow} isOn={isStage} onClick={toggleStage} />
      <Switch label="Spotlight" shortcut="s" icon={Focus} isOn={hasSpotlight} onClick={toggleSpotlight} />
      <Switch label="Blank screen" shortcut="b" icon={MonitorOff} isOn={isBlank} onClick={toggleBlank} />
    </>
  )
}

interface SwitchProps {
  readonly label: string
  readonly shortcut: string
  readonly icon: LucideIcon
  readonly isOn: boolean
  onClick(): void
}

function Switch({ icon: Icon, isOn, ...rest }: SwitchProps) {
  return <IconButton {...rest} icon={<Icon />} look={isOn ? 'secondary' : 'quiet'} aria-pressed={isOn} />
}

/** Back to the whole page. */
export function LeaveButton() {
  return <IconButton label="Leave the presenter" shortcut="Esc" icon={<X />} onClick={leavePresenter} />
}
