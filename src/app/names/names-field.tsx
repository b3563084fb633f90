/** Whose names the run has: a choice of presets, and keeping names of one's own. */
import { BookmarkPlus, Trash2 } from 'lucide-react'
import { useId, useState } from 'react'
import type { Scenario } from '../../scenario-kit/contract.ts'
import { NAME_PRESETS } from '../../scenario-kit/name-presets.ts'
import { hasNamesOf, type NamePreset, namesIn } from '../../scenario-kit/names.ts'
import { Button } from '../../ui/button.tsx'
import '../../ui/field.css'
import { applyNames, forgetNames, saveNames } from '../actions/names.ts'
import { useApp } from '../state/store.ts'
import './names-field.css'
import { LONGEST_TITLE, titleProblem } from '../state/own-names.ts'

/** Values of the options that are no preset. No title is like them or begins with a blank. */
const STANDARD = ''
const AS_SET = ' '

/** The choice. What is chosen is read from the settings, so a link that has the names of a preset shows it. */
export function NamesField({ scenario }: { readonly scenario: Scenario }) {
  const settings = useApp((state) => state.recipe.settings)
  const own = useApp((state) => state.view.ownNames)
  const id = useId()
  const presets = [...NAME_PRESETS, ...own]
  const chosen = presets.find((preset) => hasNamesOf(scenario, settings, preset))
  const isStandard = Object.keys(namesIn(scenario, settings)).length === 0
  const isOwn = chosen !== undefined && own.includes(chosen)
  // A preset that came later may be called as one of the person's own.
  const isTaken = (title: string) => NAME_PRESETS.some((preset) => preset.title === title)
  const optionOf = (preset: NamePreset) =>
    own.includes(preset) && isTaken(preset.title) ? ` ${preset.title}` : preset.title
  const selected = chosen ? optionOf(chosen) : AS_SET
  const note = chosen?.note ?? 'Changes what actors and endpoint paths are called, not what happens.'
  return (
    <div className="names">
      <label htmlFor={id}>Names like</label>
      <select
        id={id}
        className="field"
        value={isStandard ? STANDARD : selected}
        aria-describedby={`${id}-help`}
        onChange={({ target }) => void applyNames(presets.find((preset) => optionOf(preset) === target.value))}
      >
        <option value={STANDARD}>Standard</option>
        {NAME_PRESETS.map(({ title }) => (
          <option key={title}>{title}</option>
        ))}
        {own.length > 0 && (
          <optgroup label="Your own">
            {own.map((preset) => (
              <option key={preset.title} value={optionOf(preset)}>
                {preset.title}
              </option>
            ))}
          </optgroup>
        )}
        {!isStandard && chosen === undefined && (
          <option value={AS_SET} disabled>
            As set below
          </option>
        )}
      </select>
      <p id={`${id}-help`} className="setting-help">
        {note}
      </p>
      {isOwn && (
        <Button size="small" look="quiet" icon={<Trash2 />} onClick={() => forgetNames(chosen.title)}>
          Delete “{chosen.title}”
        </Button>
      )}
      {!isStandard && chosen === undefined && <SaveNames />}
    </div>
  )
}

/** Keeps the names of the run under a title. */
function SaveNames() {
  const own = useApp((state) => state.view.ownNames)
  const [title, setTitle] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const id = useId()
  if (title === undefined) {
    return (
      <Button size="small" look="quiet" icon={<BookmarkPlus />} onClick={() => setTitle('')}>
        Save as own preset
      </Button>
    )
  }
  // Within the form of the settings, so it is no form of its own.
  const save = () => {
    const found = titleProblem(title, own, NAME_PRESETS)
    setProblem(found)
    if (found === undefined) saveNames(title)
  }
  return (
    <div className="names-save">
      <label htmlFor={id}>Name of the preset</label>
      <span className="names-save-line">
        <input
          id={id}
          className="field"
          ref={(field) => field?.focus()}
          maxLength={LONGEST_TITLE}
          value={title}
          aria-describedby={`${id}-help`}
          aria-invalid={problem !== undefined || undefined}
          onChange={({ target }) => setTitle(target.value)}
          onKeyDown={({ key }) => {
            if (key === 'Enter') save()
            if (key === 'Escape') setTitle(undefined)
          }}
        />
        <Button size="small" onClick={save}>
          Save
        </Button>
      </span>
      <p id={`${id}-help`} className="setting-help" data-problem={problem !== undefined || undefined}>
        {problem ?? 'It is kept in this browser. A link to this run carries the names to others.'}
      </p>
    </div>
  )
}
