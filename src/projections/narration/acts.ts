/** What the person did, what the clock did, and what was done to a message on the wire, to a newcomer. */
import type { Choice, Trace } from '../../simulation/types.ts'
import { eventsOf } from '../moments.ts'
import { offersAt, windowsAt } from '../present.ts'
import type { Lane, SequenceModel, SequenceRow } from '../sequence/types.ts'
import type { NameOf } from './names.ts'
import { buttonOf } from './pages.ts'
import { toldAt } from './record.ts'
import { type RequestKind, requestKind } from './request-kind.ts'
import { inWords, spanInWords, uncapitalised, type Words, withinWhy } from './words.ts'

/** Narrates what the person did in a step. */
export function narrateAct(trace: Trace, sequence: SequenceModel, row: SequenceRow, name: NameOf): Words {
  const choice = choiceOf(trace, row.step)
  switch (choice?.type) {
    case 'submit':
      return narrateForm(choice, trace, row.step, sequence)
    case 'follow':
      return {
        sentence: 'The person follows a link.',
        why: 'The browser opens the page behind it, with the cookies of that site.',
      }
    case 'visit':
      return {
        sentence: 'The person types an address.',
        why: 'The browser opens it like a link that somebody has sent.',
      }
    case 'browse':
      return {
        sentence: {
          back: 'The person goes back.',
          forward: 'The person goes forward.',
          reload: 'The person reloads the page.',
        }[choice.command],
        why: 'The browser asks for a page that it has shown before, and sends the same address again.',
      }
    case 'act': {
      const offer = offersAt(trace, row.step - 1).actions.find(({ id }) => id === choice.action)
      const why = offer?.hint ?? consequenceOf(trace, row.step, sequence)
      return narrateAction(offer?.label ?? '', withinWhy(why), { row, lanes: sequence.lanes, name })
    }
    default:
      return { sentence: `${row.label}.`, why: 'Somebody did this at a screen.' }
  }
}

function narrateForm(
  choice: Extract<Choice, { type: 'submit' }>,
  trace: Trace,
  step: number,
  sequence: SequenceModel,
): Words {
  const { form, fields, window } = choice
  if ('password' in fields) {
    return {
      sentence: 'The person signs in with username and password.',
      why: 'The password goes to the server whose page this is, and nowhere else.',
    }
  }
  if ('code' in fields || 'otp' in fields) {
    return {
      sentence: 'The person types a one-time code.',
      why: 'The code is good for a moment. It shows that the person has the device that makes it.',
    }
  }
  if ('user_code' in fields) {
    return {
      sentence: 'The person types the code that the device shows.',
      why: 'The code connects the two devices. Whoever typed it in has to be at both of them.',
    }
  }
  const page = windowsAt(trace, step - 1).find(({ id }) => id === window)?.html ?? ''
  const button = buttonOf(page, form, fields)
  return {
    sentence: button === undefined ? 'The person sends a form.' : `The person presses “${button}”.`,
    why: consequenceOf(trace, step, sequence),
  }
}

/** What an act sets off, by the first request that it puts on the wire. */
const CONSEQUENCES: Readonly<Partial<Record<RequestKind, string>>> = {
  preflight: 'The app is about to call the API with the access token that it has.',
  'api-call': 'The access token that is there goes along with the call.',
  authorization: 'The app asks for no password. It leaves the sign-in to the server that knows the person.',
  'start-sign-in': 'The app’s server begins a sign-in and then sends the browser away for it.',
  'phone-request': 'The person is somewhere else, or has no keyboard here. Their phone will ask.',
  token: 'An access token is needed before anything else.',
  consent: 'The app gets what is allowed here, and nothing else.',
  logout: 'More than one session may have to end: that of the app, and that of the server that signs people in.',
  'logout-answer': 'The question was asked because any site could have sent somebody there.',
  'second-factor': 'The password was only the first proof.',
  'passkey-challenge': 'The page gets a value for the passkey to sign. Nothing has to be typed.',
  page: 'The browser asks for the page behind it.',
  call: 'The page asks its own server, and the session cookie goes along.',
}

const NOTHING_BY_ITSELF = 'Nothing happens by itself: the next messages follow from this.'

function consequenceOf(trace: Trace, step: number, { lanes }: SequenceModel): string {
  const isKind = (actor: string, kind: Lane['kind']) => lanes.some((lane) => lane.id === actor && lane.kind === kind)
  const held = eventsOf(trace, step).find((event) => event.type === 'held' && event.message.direction === 'request')
  const told = held?.type === 'held' ? toldAt(trace, held.message.exchange, step) : undefined
  if (told === undefined) return NOTHING_BY_ITSELF
  // A script that listens hears of the call before the call is made.
  if (isKind(told.to, 'attacker') && told.purpose === 'fetch') return 'A script of the page hears of it first.'
  return CONSEQUENCES[requestKind(told, (actor) => isKind(actor, 'device'))] ?? NOTHING_BY_ITSELF
}

function narrateAction(
  label: string,
  why: string,
  { row, lanes, name }: { readonly row: SequenceRow; readonly lanes: readonly Lane[]; readonly name: NameOf },
): Words {
  const own = lanes.find(({ title }) => label.toLowerCase().startsWith(`${title.toLowerCase()} `))
  // “Service A calls” and “Thief: refresh” say themselves who acts.
  if (own !== undefined) return { sentence: `${name(own.id)}${label.slice(own.title.length)}.`, why }
  const [, who = '', what = ''] = /^([^:]+): (.+)$/.exec(label) ?? []
  const actor =
    who === '' ? undefined : lanes.find(({ title }) => title.toLowerCase().split(' ').includes(who.toLowerCase()))
  if (actor?.kind === 'device') return { sentence: `The person answers on ${name(actor.id)}: “${what}”.`, why }
  if (actor !== undefined) return { sentence: `${name(actor.id)} is about to ${uncapitalised(what)}.`, why }
  const [, verb = '', thing = ''] = /^([A-Z]+) \/(?:[\w.-]+\/)*([\w-]+)$/.exec(label) ?? []
  if (thing !== '') {
    const where = lanes.find(({ id }) => id === row.from)
    const doer = where === undefined || where.kind === 'browser' ? 'The page' : name(where.id)
    return {
      sentence: `${doer} is told to ${verb === 'DELETE' ? 'delete' : 'fetch'} the ${inWords(thing)}.`,
      why: plainWhy(why),
    }
  }
  return {
    sentence: label === '' ? 'The person does something.' : `The person presses “${label}”.`,
    why: plainWhy(why),
  }
}

/** Hints name methods and paths for developers; those are left to the row itself. */
function plainWhy(hint: string): string {
  return /\b[A-Z]{3,7} \//.test(hint) ? NOTHING_BY_ITSELF : hint
}

/** Narrates a band of time. */
export function narrateClock(trace: Trace, row: SequenceRow): Words {
  const event = eventsOf(trace, row.step).find((event) => event.type === 'clock')
  const [seconds, milestone] = event?.type === 'clock' ? [event.seconds, event.milestone] : [0, undefined]
  const label = offersAt(trace, row.step - 1).milestones.find(({ id }) => id === milestone)?.label
  const what = label === undefined ? '' : `: ${milestoneInWords(label)}`
  return {
    sentence: `${spanInWords(seconds)} pass${/^1 \w+$/.test(spanInWords(seconds)) ? 'es' : ''}${what}.`,
    why: 'The clock of the simulation was moved. Nothing was sent, but what has a lifetime has grown older.',
  }
}

function milestoneInWords(label: string): string {
  const expired = /^Expiry of the (.+)$/.exec(label)?.[1]
  return expired === undefined ? uncapitalised(label) : `the ${expired} expires`
}

/** Parameters whose names are words of the specifications. */
const PLAIN_NAMES: Readonly<Record<string, string>> = { scope: 'list of what the app asks for' }

/** Narrates what was done to a message on its way; `message` is what that message says. */
export function narrateWire(trace: Trace, row: SequenceRow, message: string): Words {
  const choice = choiceOf(trace, row.step)
  const said = uncapitalised(message)
  switch (choice?.type) {
    case 'delay':
      return {
        sentence: `Held up for ${spanInWords(choice.seconds)}: ${said}`,
        why: 'Networks are slow at times. The sender waits and cannot tell why.',
      }
    case 'duplicate':
      return {
        sentence: `Sent twice: ${said}`,
        why: 'A message can arrive twice: after a double click, a retry, or because somebody recorded it and sends it again.',
      }
    default: {
      const event = eventsOf(trace, row.step).find((event) => event.type === 'rewritten')
      if (event?.type !== 'rewritten') return { sentence: said, why: 'Something was done to the message on its way.' }
      const verb = event.before === null ? 'adds' : event.after === null ? 'removes' : 'changes'
      return {
        sentence: `Somebody ${verb} the ${PLAIN_NAMES[event.parameter] ?? inWords(event.parameter)} on the way.`,
        why: 'The receiver cannot see that. It has to notice by its own checks.',
      }
    }
  }
}

function choiceOf(trace: Trace, step: number): Choice | undefined {
  const event = eventsOf(trace, step).find((event) => event.type === 'choice')
  return event?.type === 'choice' ? event.choice : undefined
}
