/** What the person did, in words for a diagram. A password or a one-time code is never among them. */
import type { ActionOffer, Choice } from '../../simulation/types.ts'
import type { Label } from '../labels.ts'
import { shorten } from '../labels.ts'

/** The choices that a person makes at a window, rather than on the wire or at the clock. */
export type PersonChoice = Extract<Choice, { readonly type: 'submit' | 'follow' | 'visit' | 'browse' | 'act' }>

const NAME_FIELDS = ['username', 'email', 'login', 'user']
const ONE_TIME_CODE_FIELDS = ['otp', 'totp', 'code', 'recovery_code']
const APPROVALS = ['approve', 'allow', 'accept', 'yes']
const REFUSALS = ['deny', 'refuse', 'reject', 'no', 'cancel']

/** “signs in as ada”, “approves”, “presses Call the API”. `actions` is what was offered, by id. */
export function describePersonChoice(choice: PersonChoice, actions: ReadonlyMap<string, ActionOffer>): Label {
  const text = words(choice, actions)
  return { label: shorten(text), text }
}

function words(choice: PersonChoice, actions: ReadonlyMap<string, ActionOffer>): string {
  switch (choice.type) {
    case 'submit':
      return submission(choice.form, choice.fields)
    case 'follow':
      return `follows the link ${place(choice.href)}`
    case 'visit':
      return `opens ${place(choice.url)}`
    case 'browse':
      return { back: 'goes back', forward: 'goes forward', reload: 'reloads the page' }[choice.command]
    case 'act':
      return `presses ${actions.get(choice.action)?.label ?? choice.action}`
    default:
      return choice satisfies never
  }
}

function submission(form: string, fields: Readonly<Record<string, string>>): string {
  const name = NAME_FIELDS.map((field) => fields[field]).find((value) => value !== undefined)
  if (name !== undefined) return `signs in as ${name}`
  if ('user_code' in fields) return 'enters the code of the device'
  if (ONE_TIME_CODE_FIELDS.some((field) => field in fields)) return 'enters the one-time code'
  const pressed = Object.values(fields)
  if (pressed.some((value) => APPROVALS.includes(value))) return 'approves'
  if (pressed.some((value) => REFUSALS.includes(value))) return 'denies'
  return `submits the form ${form}`
}

/** An address without its query and fragment, which may carry a code or a token. */
function place(address: string): string {
  return address.replace(/[?#].*$/s, '')
}
