/** The devices of the person in the flow: which states of actors look like one, and what they show. */
import type { Json } from '../lib/json.ts'

/** An authenticator app, as its actor's `snapshot()` tells of it. */
export interface AuthenticatorState {
  readonly device: 'authenticator'
  readonly account: string
  /** `''` until the first one is computed. */
  readonly code: string
  /** Until the next code. */
  readonly secondsLeft: number
}

/** A phone, as its actor's `snapshot()` tells of it; `prompt` is absent while nothing is asked. */
export interface PhoneState {
  readonly device: 'phone'
  /** Where they matter: the programs on it, and what each is doing. */
  readonly programs?: readonly { readonly name: string; readonly state: string }[]
  readonly prompt?: {
    readonly app: string
    readonly account: string
    /** What it asks, and what to look at first, where that is not the number of a sign-in page. */
    readonly question?: string
    readonly note?: string
    /** The numbers to pick from; `action` is the scenario's action of the button. */
    readonly choices: readonly { readonly action: string; readonly label: string }[]
    /** The action of “it is not me”. */
    readonly deny: string
    readonly secondsLeft: number
  }
}

/** Any device that the stage can show. */
export type DeviceState = AuthenticatorState | PhoneState

/** The devices among the actors' states, by actor id. */
export function readDevices(states: Readonly<Record<string, Json>>): readonly (readonly [string, DeviceState])[] {
  return Object.entries(states).flatMap(([actor, state]) => (isDevice(state) ? [[actor, state] as const] : []))
}

/** The actions that have their button on a device, so that nobody offers them twice. */
export function deviceActions(devices: readonly (readonly [string, DeviceState])[]): readonly string[] {
  return devices.flatMap(([, state]) =>
    state.device === 'phone' && state.prompt !== undefined
      ? [...state.prompt.choices.map(({ action }) => action), state.prompt.deny]
      : [],
  )
}

function isDevice(state: Json): state is DeviceState & Json {
  if (typeof state !== 'object' || state === null || !('device' in state)) return false
  return state.device === 'authenticator' || state.device === 'phone'
}
