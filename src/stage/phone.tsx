/** A phone that asks whether it is the person who signs in. */
import { Button } from '../ui/button.tsx'
import './device.css'
import type { PhoneState } from './devices.ts'

/** The phone and what is heard of it. */
export interface PhoneProps {
  readonly state: PhoneState
  /** Ids of the actions that the scenario offers now. */
  readonly offered: readonly string[]
  onAct(action: string): void
}

/** The phone as the person holds it. Its buttons are actions of the scenario. */
export function Phone({ state, offered, onAct }: PhoneProps) {
  return (
    <article className="device" aria-label="Phone">
      <h2 className="device-title">Phone</h2>
      <div aria-live="polite">
        {state.programs?.map(({ name, state: doing }) => (
          <p key={name} className="device-note">
            <strong>{name}</strong>
            <span>{doing}</span>
          </p>
        ))}
        {state.prompt !== undefined && <Prompt prompt={state.prompt} offered={offered} onAct={onAct} />}
        {state.prompt === undefined && state.programs === undefined && <p className="device-note">No notification</p>}
      </div>
    </article>
  )
}

function Prompt({
  prompt,
  offered,
  onAct,
}: { readonly prompt: NonNullable<PhoneState['prompt']> } & Pick<PhoneProps, 'offered' | 'onAct'>) {
  const { app, account, choices, deny, secondsLeft } = prompt
  const { question = `Is ${account} signing in to ${app}?`, note = 'Pick the number that your page shows.' } = prompt
  const why = (action: string) => {
    if (offered.includes(action)) return undefined
    return secondsLeft === 0 ? 'This prompt is over.' : 'The answer is on its way.'
  }
  return (
    <>
      <p className="device-question">{question}</p>
      <p className="device-note">{note}</p>
      <fieldset className="device-choices" aria-label={prompt.question === undefined ? 'Numbers' : 'Answers'}>
        {choices.map(({ action, label }) => (
          <Button key={action} unavailable={why(action)} onClick={() => onAct(action)}>
            {label}
          </Button>
        ))}
      </fieldset>
      <Button look="danger" size="small" unavailable={why(deny)} onClick={() => onAct(deny)}>
        No, it is not me
      </Button>
      <p className="device-note">{secondsLeft === 0 ? 'This prompt is over.' : `${secondsLeft} s left to answer`}</p>
    </>
  )
}
