/** An authenticator app: the code of the moment, and how long it is shown. */
import { CopyButton } from '../ui/copy-button.tsx'
import './device.css'
import type { AuthenticatorState } from './devices.ts'

/** A code is shown for so many seconds (RFC 6238 §5.2). */
const STEP_SECONDS = 30

/** The authenticator as the person holds it. The code changes with the virtual clock alone. */
export function Authenticator({ state }: { readonly state: AuthenticatorState }) {
  const { account, code, secondsLeft } = state
  return (
    <article className="device" aria-label="Authenticator">
      <h2 className="device-title">Authenticator</h2>
      <p className="device-account">Authlane ID: {account}</p>
      <output className="device-code" aria-label="One-time code">
        {`${code.slice(0, 3)} ${code.slice(3)}`}
      </output>
      <progress className="device-time" max={STEP_SECONDS} value={secondsLeft} aria-label="Time until the next code" />
      <p className="device-note">
        Next code in {secondsLeft} s
        <CopyButton size="small" look="quiet" text={code} label="Copy" aria-label="Copy the code" />
      </p>
    </article>
  )
}
