/** The token inspector: every token of the run, opened. */
import { useState } from 'react'
import { LifetimeChip } from '../../diagram/credential-chip.tsx'
import { compareClaims, type SeenToken } from '../../projections/index.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import type { InspectorProps } from '../contract.ts'
import { actorName } from '../parts/actor-name.ts'
import { ClaimComparison } from '../parts/claim-comparison.tsx'
import { Folded } from '../parts/folded.tsx'
import { Nothing, Panel, Section } from '../parts/section.tsx'
import type { Claim } from './claims.ts'
import { tokenChoice, tokenModel } from './model.ts'
import { SignatureVerdict } from './signature-verdict.tsx'
import './token.css'

/** The token of the selected message, or whichever the person picks until another message is selected. */
export function TokenPanel({ trace, sequence, cursor, selected, artifact, onSelect }: InspectorProps) {
  const { tokens, preselected } = tokenChoice(trace, cursor, selected, artifact)
  const [picked, setPicked] = useState<{ readonly row: number | undefined; readonly token: string }>()
  const [comparedWith, setComparedWith] = useState('')
  const isPickCurrent = picked !== undefined && picked.row === selected?.index
  const token = (isPickCurrent && tokens.find((candidate) => candidate.token === picked.token)) || preselected
  if (token === undefined) {
    return (
      <Panel>
        <Nothing>
          No token has been sent yet. The first one is the code that the authorization server sends back.
        </Nothing>
      </Panel>
    )
  }
  const model = tokenModel(trace, cursor, token)
  const comparable = tokens.filter((candidate) => candidate.jwt && candidate.token !== token.token)
  const other = comparable.find((candidate) => candidate.token === comparedWith)
  const first = token.sightings[0]
  return (
    <Panel>
      <TokenPicker
        label="Token"
        tokens={tokens}
        value={token.token}
        onPick={(value) => setPicked({ row: selected?.index, token: value })}
      />
      <p className="token-purpose">
        {model.lifetime !== undefined && <LifetimeChip lifetime={model.lifetime} />} {model.purpose}
      </p>
      {model.serverStatus !== undefined && (
        <p className="token-purpose">
          At the authorization server it is{' '}
          <span className="badge" data-tone={model.serverStatus === 'active' ? 'ok' : 'error'}>
            {model.serverStatus}
          </span>
        </p>
      )}
      {token.jwt === undefined ? (
        <Section title="Value" aside={<CopyButton text={token.token} label="Copy" size="small" />}>
          <p className="token-encoded">
            <Folded text={token.token} />
          </p>
          <Nothing>
            It is opaque: a random value without parts. Nobody but its issuer can read anything from it.
          </Nothing>
        </Section>
      ) : (
        <>
          <Section title="Signature">
            <SignatureVerdict token={token.token} keySet={model.keySet} />
          </Section>
          <Claims title="Claims" claims={model.claims} />
          <Claims title="Header" claims={model.header} />
          <Section title="As sent" aside={<CopyButton text={token.token} label="Copy" size="small" />}>
            <EncodedToken token={token.token} />
          </Section>
        </>
      )}
      {token.jwt !== undefined && (
        <Section title="Compare">
          {comparable.length > 0 && (
            <TokenPicker
              label="Compare with"
              tokens={comparable}
              value={other?.token ?? ''}
              onPick={setComparedWith}
              isOptional
            />
          )}
          {other?.jwt !== undefined && (
            <ClaimComparison
              one={token.name}
              other={other.name}
              claims={compareClaims(
                { name: token.name, claims: token.jwt.claims },
                { name: other.name, claims: other.jwt.claims },
              )}
            />
          )}
          <Nothing>The Compare view sets it beside the token of another outcome.</Nothing>
        </Section>
      )}
      {first !== undefined && (
        <Section title="Where it was seen">
          <ul className="token-sightings">
            {token.sightings.map(({ step, gate, where, from, to }) => {
              const row = sequence.rows.find((candidate) => candidate.gate === gate && candidate.step === step)
              return (
                <li key={`${step} ${where}`}>
                  <button type="button" className="link-button" onClick={() => row && onSelect(row.index)}>
                    Step {step}
                  </button>
                  : {where}, {actorName(sequence, from)} → {actorName(sequence, to)}
                </li>
              )
            })}
          </ul>
        </Section>
      )}
    </Panel>
  )
}

function TokenPicker(props: {
  readonly label: string
  readonly tokens: readonly SeenToken[]
  readonly value: string
  readonly isOptional?: boolean
  onPick(token: string): void
}) {
  return (
    <label className="token-picker">
      <span>{props.label}</span>
      <select value={props.value} onChange={(event) => props.onPick(event.target.value)}>
        {props.isOptional === true && <option value="">choose a token</option>}
        {props.tokens.map((token) => (
          <option key={token.token} value={token.token}>
            {token.name}, step {token.sightings[0]?.step}
            {token.jwt === undefined ? ' (opaque)' : ''}
          </option>
        ))}
      </select>
    </label>
  )
}

function Claims({ title, claims }: { readonly title: string; readonly claims: readonly Claim[] }) {
  return (
    <Section title={title}>
      <table className="inspector-table">
        <tbody>
          {claims.map((claim) => (
            <tr key={claim.name}>
              <td>
                <code>{claim.name}</code>
              </td>
              <td>
                <code>
                  <Folded text={claim.value} />
                </code>
                {claim.relative !== undefined && (
                  <p className="claim-time" data-against={claim.isAgainst}>
                    <strong>{claim.relative}</strong> ({claim.instant})
                  </p>
                )}
                {claim.meaning !== undefined && <p>{claim.meaning}</p>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}

function EncodedToken({ token }: { readonly token: string }) {
  const [header, claims, signature] = token.split('.')
  return (
    <p className="token-encoded">
      <span className="token-header">{header}</span>.<span className="token-claims">{claims}</span>.
      <span className="token-signature">{signature}</span>
    </p>
  )
}
