/** The exchange inspector: both messages, what they carry, and what was checked. */
import { Ban } from 'lucide-react'
import { failureAt } from '../../projections/index.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import type { InspectorProps } from '../contract.ts'
import { actorName } from '../parts/actor-name.ts'
import { CheckList } from '../parts/check-list.tsx'
import { FailureCard } from '../parts/failure-card.tsx'
import { Folded } from '../parts/folded.tsx'
import { Nothing, Panel, Section } from '../parts/section.tsx'
import './exchange.css'
import { exchangeModel, type Refusal, refusalsOf } from './model.ts'
import type { ParameterGroup } from './parameters.ts'
import { RawMessage } from './raw-message.tsx'

/** Everything about the exchange of the selected row. */
export function ExchangePanel({ trace, sequence, cursor, selected, remedy }: InspectorProps) {
  if (selected === undefined) {
    return (
      <Panel>
        <Nothing>Nothing has been sent yet. Step forward, or press the waiting message in the diagram.</Nothing>
      </Panel>
    )
  }
  const nameOf = (actor: string) => actorName(sequence, actor)
  const exchange = exchangeModel(trace, selected, cursor)
  const failure = failureAt(trace, selected)
  const why = failure && <FailureCard failure={failure} actor={nameOf(failure.actor)} remedy={remedy} />
  if (exchange === undefined) {
    return (
      <Panel>
        {why}
        <Nothing>{selected.text}. Nothing was sent in this step; select a message to read it.</Nothing>
        <Refusals refusals={refusalsOf(trace, selected.step)} />
      </Panel>
    )
  }
  const { view, request, response } = exchange
  const held = exchange.checks.filter(({ check }) => check.passed)
  return (
    // Another exchange is another text: none of its lines has moved from where one of the last stood.
    <Panel key={selected.exchange}>
      {why}
      {held.length === 0 ? (
        <p className="exchange-checks">No rule was checked in this step</p>
      ) : (
        <details className="exchange-checks">
          <summary>{held.length === 1 ? 'One rule held' : `${held.length} rules held`}</summary>
          <CheckList checks={held} nameOf={nameOf} />
        </details>
      )}
      <p className="exchange-purpose">
        <strong>
          {nameOf(view.from)} → {nameOf(view.to)}
        </strong>
        <br />
        {exchange.purpose}
      </p>
      <Section title="Request" aside={<CopyButton text={exchange.curl} label="Copy as cURL" size="small" />}>
        {exchange.requestFate !== undefined && <p className="exchange-fate">{exchange.requestFate}</p>}
        <RawMessage message={request} label="Raw request" />
      </Section>
      {(response !== undefined || exchange.responseFate !== undefined) && (
        <Section title="Response">
          {exchange.responseFate !== undefined && <p className="exchange-fate">{exchange.responseFate}</p>}
          {response !== undefined && <RawMessage message={response} label="Raw response" />}
        </Section>
      )}
      <Refusals refusals={exchange.refusals} />
      {exchange.parameters.map((group) => (
        <Parameters key={group.place} group={group} />
      ))}
    </Panel>
  )
}

function Refusals({ refusals }: { readonly refusals: readonly Refusal[] }) {
  if (refusals.length === 0) return null
  return (
    <Section title="What the browser refused">
      <ul className="exchange-refusals">
        {refusals.map(({ what, reason }) => (
          <li key={what}>
            <Ban aria-hidden="true" />
            <p>
              <strong>{what}.</strong> {reason}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Parameters({ group }: { readonly group: ParameterGroup }) {
  return (
    <Section title={group.place}>
      <table className="inspector-table">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Value</th>
          </tr>
        </thead>
        <tbody>
          {group.parameters.map(({ name, value, meaning }) => (
            <tr key={`${name}=${value}`}>
              <td>
                <code>{name}</code>
              </td>
              <td>
                <code>{value === '' ? 'empty' : <Folded text={value} />}</code>
                {meaning !== undefined && <p>{meaning}</p>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
