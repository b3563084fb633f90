/** The explain inspector: what the step is for, which rules hold, and why a red one went wrong. */
import { lazy } from 'react'
import { handOffAt } from '../../projections/hand-off.ts'
import { storedAt } from '../../projections/storage/index.ts'
import { Part } from '../../ui/part.tsx'
import type { InspectorProps } from '../contract.ts'
import { actorName } from '../parts/actor-name.ts'
import { CheckList } from '../parts/check-list.tsx'
import { Clause } from '../parts/clause.tsx'
import { FailureCard } from '../parts/failure-card.tsx'
import { Nothing, Panel, Section } from '../parts/section.tsx'
import './explain.css'
import { HandOffCard } from './hand-off-card.tsx'
import { explain } from './model.ts'
import { StorageCallouts } from './storage-callouts.tsx'

const LessonText = lazy(() => import('./lesson-text.tsx'))

/** The explanation of the selected row. */
export function ExplainPanel(props: InspectorProps) {
  const { trace, sequence, selected, code, lesson, specs, remedy, storage, onShowStorage } = props
  const explanation = explain(trace, selected, code, lesson)
  const nameOf = (actor: string) => actorName(sequence, actor)
  const stored = selected === undefined ? [] : storedAt(trace, selected.step, sequence.lanes)
  return (
    <Panel>
      {explanation.failure !== undefined && (
        <FailureCard failure={explanation.failure} actor={nameOf(explanation.failure.actor)} remedy={remedy} />
      )}
      {selected !== undefined && handOffAt(trace, selected.step)?.step === selected.step && (
        <HandOffCard onOpen={props.onShowAuthorization} />
      )}
      {explanation.note !== undefined && <Nothing>{explanation.note}</Nothing>}
      <Section title={explanation.title}>
        <Part loading={<Nothing>Loading the text …</Nothing>}>
          <LessonText markdown={explanation.lesson} />
        </Part>
      </Section>
      {stored.length > 0 && (
        <Section title="What this step stores">
          <StorageCallouts stored={stored} advice={storage} nameOf={nameOf} onShow={onShowStorage} />
        </Section>
      )}
      {explanation.held.length > 0 && (
        <Section title="Rules that held">
          <CheckList checks={explanation.held} nameOf={nameOf} />
        </Section>
      )}
      <Section title="Where it is written">
        <ul className="specifications">
          {specs.map((spec) => (
            <li key={spec}>
              <Clause clause={spec} />
            </li>
          ))}
        </ul>
      </Section>
    </Panel>
  )
}
