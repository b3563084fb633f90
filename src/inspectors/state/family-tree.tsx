/** A refresh-token family as a tree: generations down the trunk, the access tokens that each brought as branches. */
import { Ban, CircleCheck, CircleDot, Clock, type LucideIcon, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { LifetimeChip } from '../../diagram/credential-chip.tsx'
import type { Generation, Presentation, RefreshFamily, Revocation } from '../../projections/families/index.ts'
import { formatTime, type LifetimeState } from '../../projections/index.ts'
import { relativeTime } from '../parts/virtual-time.ts'

interface FamilyTreeProps {
  readonly family: RefreshFamily
  /** Virtual time in epoch seconds. */
  readonly now: number
  nameOf(actor: string): string
  /** Selects what happened in a step. */
  onSelectStep(step: number): void
}

const STATES: Readonly<
  Record<LifetimeState, { readonly Icon: LucideIcon; readonly word: string; readonly tone?: string }>
> = {
  live: { Icon: CircleCheck, word: 'live', tone: 'ok' },
  used: { Icon: CircleDot, word: 'used' },
  rotated: { Icon: CircleDot, word: 'replaced' },
  expired: { Icon: Clock, word: 'expired', tone: 'warn' },
  replayed: { Icon: TriangleAlert, word: 'replayed', tone: 'error' },
  revoked: { Icon: Ban, word: 'revoked', tone: 'error' },
  ended: { Icon: Ban, word: 'ended', tone: 'error' },
}

/** The tree, its first generation on top. */
export function FamilyTree({ family, ...context }: FamilyTreeProps) {
  return (
    <ol className="family" aria-label="Refresh-token family, first generation first">
      {lineOf(family.first).map((generation) => (
        <Node key={generation.token.name} generation={generation} {...context} />
      ))}
    </ol>
  )
}

/** A generation and all that replaced it. */
function lineOf(first: Generation): readonly Generation[] {
  return [first, ...first.next.flatMap(lineOf)]
}

function Node(props: Omit<FamilyTreeProps, 'family'> & { readonly generation: Generation }) {
  const { generation, now, nameOf, onSelectStep } = props
  const { number, token, issuedTo, heldBy, presentations, revocation, accessTokens } = generation
  const { Icon } = STATES[token.state]
  const step = (index: number) => <Step step={index} onSelect={onSelectStep} />
  const before = presentations.filter(
    (presentation) => presentation.step < (revocation?.step ?? Number.POSITIVE_INFINITY),
  )
  const after = presentations.slice(before.length)
  const told = (presentation: Presentation) => (
    <Presented key={`${presentation.step} ${presentation.by}`} presentation={presentation} nameOf={nameOf}>
      {step(presentation.step)}
    </Presented>
  )
  return (
    <li className="family-generation" data-tone={STATES[token.state].tone}>
      <Icon className="family-mark" aria-hidden="true" />
      <p className="family-head">
        <LifetimeChip lifetime={token} /> <strong>{token.name}</strong> <span>generation {number}</span>{' '}
        <State state={token.state} />
      </p>
      <ul className="family-facts">
        <li>
          {issuedTo === undefined ? 'Issued ' : `Issued to ${nameOf(issuedTo)} `}
          {token.step === 0 ? 'before step 1' : <>in {step(token.step)}</>}
          {token.state === 'live' &&
            token.expiresAt !== undefined &&
            `; expires ${relativeTime(token.expiresAt / 1000, now)}`}
        </li>
        <li>{heldBy.length === 0 ? 'Nobody holds it now.' : `Held by ${heldBy.map(nameOf).join(' and ')}.`}</li>
        {before.map(told)}
        {revocation !== undefined && (
          <li data-tone="error">
            Revoked {formatTime(revocation.time)} in {step(revocation.step)} {causeOf(revocation, nameOf)}
          </li>
        )}
        {after.map(told)}
      </ul>
      {accessTokens.length > 0 && (
        <ul className="family-branches" aria-label={`Access tokens of generation ${number}`}>
          {accessTokens.map((accessToken) => (
            <li key={accessToken.name}>
              <LifetimeChip lifetime={accessToken} /> {accessToken.name} <State state={accessToken.state} />
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

function State({ state }: { readonly state: LifetimeState }) {
  const { word, tone } = STATES[state]
  return (
    <span className="badge" data-tone={tone}>
      {word}
    </span>
  )
}

const OUTCOMES: Readonly<Record<Presentation['outcome'], string>> = {
  rotated: 'the next generation replaced it',
  used: 'it brought an access token and stays valid',
  reused: 'it had been replaced; within the reuse window the server answered all the same',
  replayed: 'it had been replaced, so this was a replay',
  refused: 'refused',
}

function Presented(props: {
  readonly presentation: Presentation
  nameOf(actor: string): string
  readonly children: ReactNode
}) {
  const { presentation, nameOf, children } = props
  const { by, outcome } = presentation
  const tone = outcome === 'replayed' || outcome === 'refused' ? 'error' : outcome === 'reused' ? 'warn' : undefined
  return (
    <li data-tone={tone}>
      Presented by {nameOf(by)} in {children}: {OUTCOMES[outcome]}.
    </li>
  )
}

/** By whom, and why. */
function causeOf({ by, reason }: Revocation, nameOf: (actor: string) => string): string {
  switch (by.type) {
    case 'detection':
      return `by the server’s reuse detection, because ${nameOf(by.actor)} presented ${by.replayed} again.`
    case 'request':
      return `by ${nameOf(by.actor)}${reason === undefined ? '' : ` (the server’s reason: ${reason})`}.`
    case 'server':
      return `by ${nameOf(by.actor)} itself${reason === undefined ? '' : `: ${reason}`}.`
    default:
      return by satisfies never
  }
}

function Step({ step, onSelect }: { readonly step: number; onSelect(step: number): void }) {
  return (
    <button type="button" className="step-link" onClick={() => onSelect(step)}>
      step {step}
    </button>
  )
}
