/** The vocabulary of a run: choices go in, trace events come out. All of it is plain, frozen JSON. */
import type { HttpRequest, HttpResponse } from '../http/index.ts'
import type { Json } from '../lib/json.ts'

/** Values of a scenario's settings, by setting id. Only what differs from the defaults is kept in a recipe. */
export type Settings = Readonly<Record<string, string | number | boolean>>

/** The recipe of a run. Everything that is shown is computed from it. */
export interface Recipe {
  readonly scenario: string
  readonly settings: Settings
  /** Seeds every named random stream. */
  readonly seed: string
  readonly choices: readonly Choice[]
}

/** One act of the person who runs the scenario. Each choice is one numbered step of the run. */
export type Choice =
  /** Lets a held message arrive. */
  | { readonly type: 'deliver'; readonly gate: string }
  /** Loses a held message; its sender sees a network error. */
  | { readonly type: 'drop'; readonly gate: string }
  /** Keeps a message in transit while the clock moves; it goes to the end of the line. */
  | { readonly type: 'delay'; readonly gate: string; readonly seconds: number }
  /** Puts a second copy of a held request on the wire; nobody waits for the copy's answer. */
  | { readonly type: 'duplicate'; readonly gate: string }
  /** Changes one query or form parameter of a held request; without a value it removes it. */
  | { readonly type: 'rewrite'; readonly gate: string; readonly parameter: string; readonly value?: string }
  /** Submits a form of the page in a window; `fields` are the visible controls and the button pressed. */
  | {
      readonly type: 'submit'
      readonly window: string
      readonly form: string
      readonly fields: Readonly<Record<string, string>>
    }
  /** Follows a link of the page in a window; `href` as written in the page. */
  | { readonly type: 'follow'; readonly window: string; readonly href: string }
  /** Types a URL into a window's address bar. */
  | { readonly type: 'visit'; readonly window: string; readonly url: string }
  /** Uses a window's back, forward or reload button. */
  | { readonly type: 'browse'; readonly window: string; readonly command: 'back' | 'forward' | 'reload' }
  /** Does what the scenario offers: signs in, calls the API, revokes a session. */
  | { readonly type: 'act'; readonly action: string }
  /** Moves the virtual clock by seconds, or to a milestone such as the expiry of the access token. */
  | { readonly type: 'advance'; readonly seconds: number }
  | { readonly type: 'advance'; readonly to: string }
  /** Sends a request from outside the scenario (typed into the console) and gets the answer at once. */
  | { readonly type: 'request'; readonly request: HttpRequest }

/** A party of the run; each one is a lane of the diagram. */
export interface Actor {
  readonly id: string
  readonly title: string
  readonly kind: 'person' | 'browser' | 'app' | 'server' | 'attacker' | 'device'
}

/** Why a request is made: a page load, a script's fetch, a CORS preflight, a call between servers, one from outside. */
export type Purpose = 'navigation' | 'fetch' | 'preflight' | 'backchannel' | 'console'

/** A message on the wire: the request or the response of an exchange; or a step inside a server that waits to go on. */
export interface Message {
  /** The gate that holds it: `TASK#N`, the N-th gate of its task. */
  readonly gate: string
  /** The exchange it belongs to: the gate id of the request. */
  readonly exchange: string
  readonly direction: 'request' | 'response' | 'step'
  /** Actor ids. */
  readonly from: string
  readonly to: string
  readonly purpose: Purpose
  readonly request: HttpRequest
  /** Present on responses. */
  readonly response?: HttpResponse
  /** Present on steps: the server's name for it, such as `refresh_token.consume`. */
  readonly step?: string
  /** Set on the copy that a duplicate choice made: the exchange it copies. */
  readonly copyOf?: string
}

/** What an actor did while it served or ran: rules checked, artifacts issued and revoked, states gone through, ways taken. */
export type Note =
  | {
      readonly type: 'check'
      /** Short name of the rule, such as `pkce` or `redirect_uri`. */
      readonly rule: string
      /** Where it stands, such as `RFC 7636 §4.6`; `policy` when no specification has it. */
      readonly clause: string
      readonly passed: boolean
      /** One sentence: what was checked or what went wrong. */
      readonly message: string
      /** What was sent and what was expected, for a character-by-character comparison. */
      readonly sent?: string
      readonly expected?: string
      /** How to fix it, on failures. */
      readonly fix?: string
    }
  | {
      readonly type: 'lifecycle'
      /** `authorization_code`, `access_token`, `refresh_token`, `id_token`, `session`, `consent` … */
      readonly artifact: string
      /** Stable id within the run; never the secret itself when that is bearer. */
      readonly id: string
      readonly change: 'issued' | 'used' | 'rotated' | 'replayed' | 'revoked' | 'ended'
      /** Epoch seconds: it is not taken earlier. Absent where it is taken as soon as it is issued. */
      readonly not_before?: number
      /** Epoch seconds. */
      readonly expires_at?: number
      /** The artifact it came from (a code's tokens, a rotated token's successor). */
      readonly parent?: string
      readonly reason?: string
    }
  | {
      /** A row of a transition table applied. */
      readonly type: 'transition'
      /** Which table, such as `sign-in`. */
      readonly machine: string
      /** What went through it; stable within the run, never a secret. */
      readonly id: string
      readonly from: string
      readonly event: string
      /** The guard that let it. */
      readonly guard: string
      readonly to: string
    }
  | {
      /** A client came to a fork of its flowchart. */
      readonly type: 'decision'
      /** The node of the flowchart. */
      readonly question: string
      /** The edge that it took. */
      readonly answer: string
    }

/** Something the person may do now, offered by the scenario. */
export interface ActionOffer {
  readonly id: string
  readonly label: string
  /** One sentence on what it does and why one would. */
  readonly hint?: string
  /** Where its button stands: on the app's page in a window (`data-action`), or beside the windows. */
  readonly place: 'page' | 'stage'
  /** The actor at whose lane it is done; the browser's without one. */
  readonly actor?: string
}

/** A moment worth moving the clock to. `at` is in virtual epoch seconds. */
export interface Milestone {
  readonly id: string
  readonly label: string
  readonly at: number
}

/** A window of the user agent as the person sees it. */
export interface WindowView {
  readonly id: string
  readonly title: string
  readonly url: string
  readonly html: string
  /** True while a navigation is under way. */
  readonly loading: boolean
  readonly canGoBack: boolean
  readonly canGoForward: boolean
  /** Set while the browser has frozen the page: it runs no script. */
  readonly frozen?: true
}

interface EventBase {
  /** Choices applied when it happened: 0 while the scenario opens. */
  readonly step: number
  /** Virtual time in milliseconds since the epoch. */
  readonly time: number
}

/** What is recorded. Events of one step follow its `choice` event. */
export type TraceEvent = EventBase &
  (
    | { readonly type: 'choice'; readonly choice: Choice }
    /** A message began to wait at its gate. */
    | { readonly type: 'held'; readonly message: Message }
    /** A message arrived. */
    | { readonly type: 'delivered'; readonly gate: string }
    /** A message was lost on the wire. */
    | { readonly type: 'dropped'; readonly gate: string }
    /** A held request was changed; `message` is what it is now. */
    | {
        readonly type: 'rewritten'
        readonly message: Message
        readonly parameter: string
        readonly before: string | null
        readonly after: string | null
      }
    /** A message arrived where nobody waits any more. */
    | { readonly type: 'discarded'; readonly gate: string; readonly reason: string }
    /** The clock moved. */
    | { readonly type: 'clock'; readonly seconds: number; readonly milestone?: string }
    /** A window shows something else. */
    | { readonly type: 'window'; readonly view: WindowView }
    /** A user agent refused something: a cookie, a cross-origin answer. */
    | { readonly type: 'refused'; readonly actor: string; readonly what: string; readonly reason: string }
    /** An actor noted something; `exchange` when it was serving one. */
    | { readonly type: 'note'; readonly actor: string; readonly note: Note; readonly exchange?: string }
    /** An actor's state changed: all of it, as its `snapshot()` tells. */
    | { readonly type: 'state'; readonly actor: string; readonly state: Json }
    /** What the person may do changed. */
    | { readonly type: 'offers'; readonly actions: readonly ActionOffer[]; readonly milestones: readonly Milestone[] }
    /** A task ended with an error it did not handle. */
    | { readonly type: 'failed'; readonly task: string; readonly actor: string; readonly error: string }
  )

/** What was recorded of a run. Replay equality is equality of `JSON.stringify(trace)`. */
export type Trace = readonly TraceEvent[]
