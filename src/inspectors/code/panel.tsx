/** The code inspector: the files that run, the lines that made the selected message, and what a variant does differently. */
import { useId, useMemo, useState } from 'react'
import { exchangeAt } from '../../projections/index.ts'
import { Button } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import type { CodeSource, InspectorProps, RunningFile } from '../contract.ts'
import { actorName } from '../parts/actor-name.ts'
import { Nothing, Panel } from '../parts/section.tsx'
import './code.css'
import { CodeListing } from './code-listing.tsx'
import { compareLines, comparisonText } from './comparison.ts'
import { codeModel, type FileChoice, fileToShow } from './model.ts'
import { RequestSnippets } from './request-snippets.tsx'
import { joinSources, plainSource, type SourceLine } from './source.ts'

/** What the code is compared with: the file whose place it takes, or the flow that the whole scenario varies. */
type Comparison = 'none' | 'file' | 'flow'

/** One file at a time, or a comparison; with what ran and what is selected. */
export function CodePanel({ trace, sequence, cursor, selected, code }: InspectorProps) {
  const [choice, setChoice] = useState<FileChoice>()
  const [wanted, setWanted] = useState<Comparison>('none')
  const model = codeModel(trace, cursor, selected, code)
  const shown = fileToShow(code.files, model.selected, choice)
  const comparisons = shown === undefined ? [] : comparisonsOf(code, shown)
  const comparison = comparisons.find(({ id }) => id === wanted)
  const sources = useMemo(() => sourcesOf(code, shown, comparison?.id ?? 'none'), [code, shown, comparison?.id])
  const rows = useMemo(() => compareLines(sources.base ?? sources.own, sources.own), [sources])
  if (shown === undefined) return null
  const exchange = selected?.exchange === undefined ? undefined : exchangeAt(trace, selected.exchange, cursor)
  const region = code.regions.find((candidate) => candidate.region === model.selected)
  const isOneFile = comparison?.id !== 'flow'
  return (
    <Panel>
      {isOneFile && code.files.length > 1 && (
        <Files files={code.files} shown={shown} onChoose={(file) => setChoice({ file, region: model.selected })} />
      )}
      <div className="code-heading">
        <div className="inspector-heading">
          <h3>{isOneFile ? shown.file : 'All files of the client'}</h3>
          <CopyButton
            text={comparison === undefined ? plainSource(sources.own) : comparisonText(rows)}
            label="Copy"
            size="small"
          />
        </div>
        <p className="code-title">
          {isOneFile ? `${shown.title}. ` : ''}Runs as {actorName(sequence, isOneFile ? shown.actor : code.client)}.
        </p>
        {comparisons.map(({ id, title }) => (
          <Toggle
            key={id}
            label={`Show difference to ${title}`}
            isOn={id === comparison?.id}
            onChange={(isOn) => setWanted(isOn ? id : 'none')}
          />
        ))}
      </div>
      {region === undefined ? (
        <Nothing>
          No code of the scenario made this step. The lines that have run so far are marked at the edge.
        </Nothing>
      ) : (
        <p className="code-region">
          <strong>{region.title}</strong>: {whereItIs(region.region, sources.own, code)}
        </p>
      )}
      {exchange !== undefined && <RequestSnippets request={exchange.request} />}
      <CodeListing
        key={comparison?.id ?? shown.file}
        label={comparison === undefined ? 'Source' : `Difference to ${comparison.title}`}
        rows={rows}
        {...sources}
        model={model}
      />
    </Panel>
  )
}

function comparisonsOf({ variantOf }: CodeSource, { insteadOf }: RunningFile) {
  return [
    ...(insteadOf === undefined ? [] : [{ id: 'file' as const, title: insteadOf.title }]),
    ...(variantOf === undefined ? [] : [{ id: 'flow' as const, title: variantOf.title }]),
  ]
}

/** What is listed, and what it is compared with. */
function sourcesOf(code: CodeSource, shown: RunningFile | undefined, comparison: Comparison) {
  const isFlow = comparison === 'flow'
  const own = isFlow ? code.files.filter(({ actor }) => actor === code.client) : shown && [shown]
  const base = isFlow ? code.variantOf?.files : shown?.insteadOf && [shown.insteadOf]
  return {
    own: joinSources(own ?? []),
    base: comparison === 'none' || base === undefined ? undefined : joinSources(base),
  }
}

/** Where the lines of the selected region are. */
function whereItIs(region: string, listed: readonly SourceLine[], { files }: CodeSource): string {
  if (listed.some((line) => line.region === region)) return 'the marked lines made this message.'
  return `the lines in ${fileToShow(files, region, undefined)?.file} made this message.`
}

interface FilesProps {
  readonly files: readonly RunningFile[]
  readonly shown: RunningFile
  onChoose(file: string): void
}

function Files({ files, shown, onChoose }: FilesProps) {
  return (
    <fieldset className="code-files">
      <legend className="visually-hidden">Files that run</legend>
      {files.map(({ file }) => (
        <Button key={file} size="small" look="quiet" aria-pressed={file === shown.file} onClick={() => onChoose(file)}>
          {file}
        </Button>
      ))}
    </fieldset>
  )
}

interface ToggleProps {
  readonly label: string
  readonly isOn: boolean
  onChange(isOn: boolean): void
}

function Toggle({ label, isOn, onChange }: ToggleProps) {
  const id = useId()
  return (
    <p className="code-toggle">
      <input id={id} type="checkbox" checked={isOn} onChange={(event) => onChange(event.target.checked)} />
      <label htmlFor={id}>{label}</label>
    </p>
  )
}
