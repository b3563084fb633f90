/** The steps of both runs in two columns, what belongs together in one row. */
import { ArrowDown, Columns2, ExternalLink } from 'lucide-react'
import { Fragment } from 'react'
import type { ComparedRow, RunComparison } from '../../../projections/comparison/index.ts'
import { Button } from '../../../ui/button.tsx'
import { scrollInPane } from '../../../ui/scroll-in-pane.ts'
import { openCompared, showRow } from '../../actions/comparing.ts'
import { split } from '../../actions/splitting.ts'
import { selectRow } from '../../selectors/selected.ts'
import type { ComparedRuns } from '../../split/compared-runs.ts'
import { current, useApp } from '../../state/store.ts'
import { Causes } from './causes.tsx'
import { DifferenceCard } from './difference-card.tsx'
import { LaneThumbnail, type LaneThumbnailProps } from './lane-thumbnail.tsx'

/** Why they differ, and the table of both. */
export function ComparedSteps({ left, right, titles, comparison, settings, cause }: ComparedRuns) {
  const { rows, divergence, firstMessage } = comparison
  return (
    <section className="compare-section" aria-labelledby="compare-steps">
      <Causes titles={titles} settings={settings} cause={cause} />
      <div className="compare-heading">
        <h3 id="compare-steps">Step by step</h3>
        {divergence !== undefined && (
          <Button
            size="small"
            look="quiet"
            icon={<ArrowDown />}
            onClick={({ currentTarget }) => showInView(currentTarget.closest('section')?.querySelector('[data-first]'))}
          >
            First difference
          </Button>
        )}
        <Button size="small" icon={<Columns2 />} onClick={() => split(current().view.comparedWith)}>
          Side by side
        </Button>
        <Button size="small" icon={<ExternalLink />} onClick={() => void openCompared(right.recipe)}>
          Open the other run
        </Button>
      </div>
      <p role="status">{summaryOf(comparison)}</p>
      <table className="compare-steps">
        <thead>
          <tr>
            <th scope="col">{titles[0]}</th>
            <th scope="col">
              <span className="visually-hidden">Compared</span>
            </th>
            <th scope="col">{titles[1]}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <Fragment key={`${row.left?.index ?? ''}/${row.right?.index ?? ''}`}>
              <tr data-first={index === divergence || undefined} data-relation={relationOf(row)}>
                <td data-column={titles[0]}>{row.left && <OwnStep row={row.left} lanes={left.sequence.lanes} />}</td>
                <td className="compare-mark">
                  <span aria-hidden="true">{MARKS[relationOf(row)][0]}</span>
                  <span className="visually-hidden">{MARKS[relationOf(row)][1]}</span>
                </td>
                <td data-column={titles[1]}>{row.right && <Step row={row.right} lanes={right.sequence.lanes} />}</td>
              </tr>
              {row.moved !== undefined && index !== divergence && (
                <tr className="compare-moved">
                  <td colSpan={3}>
                    The same message is step {row.moved.step} of “{titles[row.left ? 1 : 0]}”.
                  </td>
                </tr>
              )}
              {(index === divergence || index === firstMessage) && (
                <tr className="compare-card-row">
                  <td colSpan={3}>
                    <DifferenceCard
                      title={index === divergence ? 'First difference' : 'The first message that differs'}
                      rows={rows}
                      index={index}
                      names={titles}
                    />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  )
}

type Relation = 'same' | 'changed' | 'left' | 'right'

const MARKS: Readonly<Record<Relation, readonly [mark: string, words: string]>> = {
  same: ['=', 'same'],
  changed: ['≠', 'differs'],
  left: ['←', 'only in this run'],
  right: ['→', 'only in the other run'],
}

function relationOf({ left, right, isSame }: ComparedRow): Relation {
  if (isSame) return 'same'
  if (left === undefined) return 'right'
  return right === undefined ? 'left' : 'changed'
}

function summaryOf({ rows, divergence }: RunComparison): string {
  const row = divergence === undefined ? undefined : rows[divergence]
  if (row === undefined) return 'Both runs are the same, message by message.'
  const same = rows.filter(({ isSame }) => isSame).length
  return `They first differ at step ${(row.left ?? row.right)?.step}. Of ${rows.length} rows, ${same} are the same.`
}

/** A step of the run on the page: pressing it selects it everywhere. */
function OwnStep({ row, lanes }: LaneThumbnailProps) {
  const isSelected = useApp((state) => selectRow(state)?.index === row.index)
  return (
    <button
      type="button"
      className="compare-step"
      data-tone={row.tone}
      aria-current={isSelected ? 'step' : undefined}
      onClick={() => void showRow(row)}
    >
      <StepText row={row} lanes={lanes} />
    </button>
  )
}

/** A step of the other run. */
function Step({ row, lanes }: LaneThumbnailProps) {
  return (
    <div className="compare-step" data-tone={row.tone}>
      <StepText row={row} lanes={lanes} />
    </div>
  )
}

/** The row's name for those who hear it, and its parts for those who see it. */
function StepText({ row, lanes }: LaneThumbnailProps) {
  const titleOf = (id: string) => lanes.find((lane) => lane.id === id)?.title ?? id
  const isArrow = row.kind === 'message' || row.kind === 'wire'
  return (
    <>
      <span className="visually-hidden">{row.name}</span>
      <span aria-hidden="true" className="compare-step-text">
        <span className="compare-number">{row.step}</span>
        <LaneThumbnail row={row} lanes={lanes} />
        <span>
          <span className="compare-label" data-kind={row.kind}>
            {row.label}
          </span>
          <span className="compare-route">
            {row.kind !== 'clock' && titleOf(row.from)}
            {isArrow && ` → ${titleOf(row.to)}`}
            {row.tone !== 'ok' && row.status !== 'done' && `, ${row.status}`}
          </span>
        </span>
      </span>
    </>
  )
}

/** Brings a row to the upper part of the scrolling view, and moves nothing around it. */
function showInView(row: Element | null | undefined): void {
  const view = row?.closest('.compare')
  if (row && view) scrollInPane(row, 'top', view.clientHeight / 4)
}
