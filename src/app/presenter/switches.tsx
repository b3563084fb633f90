/** What is on or off while presenting, and the way out. */
import { AppWindow, Captions, Focus, type LucideIcon, MonitorOff, QrCode, X } from 'lucide-react'
import { IconButton } from '../../ui/icon-button.tsx'
import {
  leavePresenter,
  toggleBlank,
  toggleCaption,
  toggleCode,
  toggleSpotlight,
  toggleStage,
} from '../actions/presenting.ts'
import { isStageShown } from '../selectors/presenter.ts'
import { useApp } from '../state/store.ts'

/** Stage, caption, spotlight, code, blank screen. */
export function Switches() {
  const isStage = useApp(isStageShown)
  const hasSpotlight = useApp((state) => state.presenter.hasSpotlight)
  const hasCaption = useApp((state) => state.presenter.hasCaption)
  const hasCode = useApp((state) => state.presenter.hasCode)
  const isBlank = useApp((state) => state.presenter.isBlank)
  return (
    <>
      <Switch label="Stage" shortcut="a" icon={AppWindow} isOn={isStage} onClick={toggleStage} />
      <Switch label="Caption" shortcut="c" icon={Captions} isOn={hasCaption} onClick={toggleCaption} />
      <Switch label="Spotlight" shortcut="s" icon={Focus} isOn={hasSpotlight} onClick={toggleSpotlight} />
      <Switch label="QR code of this step" shortcut="q" icon={QrCode} isOn={hasCode} onClick={toggleCode} />
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
