/** One setting: its label, its control, what it means and what it is by default. */
import { useId, useState } from 'react'
import { settingProblems } from '../../scenario-kit/contract.ts'
import type { SettingField } from '../../scenario-kit/setting.ts'
import '../../ui/field.css'
import { changeSettings } from '../actions/opening.ts'
import { selectScenario } from '../selectors/outcome.ts'
import { current, useApp } from '../state/store.ts'

type Value = string | number | boolean

/** A setting and its value now. */
export interface SettingControlProps {
  readonly field: SettingField
  readonly value: Value
}

/** The control. A value that does not fit is explained and not applied. */
export function SettingControl({ field, value }: SettingControlProps) {
  const scenario = useApp(selectScenario)
  const [problem, setProblem] = useState<string>()
  const id = useId()
  const change = (next: Value): boolean => {
    const [found] =
      scenario === undefined ? [] : settingProblems(scenario, { ...current().recipe.settings, [field.id]: next })
    setProblem(found)
    if (found === undefined && next !== value) void changeSettings({ [field.id]: next })
    return found === undefined
  }
  const described = { 'aria-describedby': `${id}-help`, 'aria-invalid': problem !== undefined || undefined }
  const isChanged = value !== field.default
  return (
    <div className="setting" data-type={field.type}>
      <label htmlFor={id}>
        {field.label}
        {field.isPolicy && (
          <span className="setting-policy" title="No specification has this rule; it is vendor policy.">
            policy
          </span>
        )}
      </label>
      {field.type === 'boolean' ? (
        <input
          id={id}
          type="checkbox"
          role="switch"
          aria-checked={value === true}
          className="switch"
          checked={value === true}
          onChange={(event) => change(event.target.checked)}
          {...described}
        />
      ) : field.type === 'choice' ? (
        <select
          id={id}
          className="field"
          value={String(value)}
          onChange={(event) => change(event.target.value)}
          {...described}
        >
          {field.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : (
        <TypedField id={id} field={field} value={value} described={described} onChange={change} />
      )}
      <p id={`${id}-help`} className="setting-help" data-problem={problem !== undefined || undefined}>
        {problem ?? field.help} {isChanged && <span>Default: {defaultOf(field)}.</span>}
      </p>
    </div>
  )
}

interface TypedFieldProps {
  readonly id: string
  readonly field: Extract<SettingField, { type: 'number' | 'text' }>
  readonly value: Value
  readonly described: object
  /** True when the value was taken. */
  onChange(value: Value): boolean
}

/** A field that is applied when it is left or when Enter is pressed, not at each key. */
function TypedField({ id, field, value, described, onChange }: TypedFieldProps) {
  const [draft, setDraft] = useState<string>()
  const apply = () => {
    if (draft === undefined) return
    const isNumber = field.type === 'number' && draft.trim() !== ''
    if (onChange(isNumber ? Number(draft) : draft)) setDraft(undefined)
  }
  return (
    <span className="setting-typed">
      <input
        id={id}
        className={`field ${field.type === 'text' ? 'field-mono' : ''}`}
        type={field.type}
        value={draft ?? String(value)}
        {...(field.type === 'number' ? { min: field.min, max: field.max } : { maxLength: field.maxLength })}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={apply}
        onKeyDown={(event) => event.key === 'Enter' && apply()}
        {...described}
      />
      {field.type === 'number' && <span className="setting-unit">{field.unit}</span>}
    </span>
  )
}

function defaultOf(field: SettingField): string {
  switch (field.type) {
    case 'number':
      return `${field.default} ${field.unit}`
    case 'boolean':
      return field.default ? 'on' : 'off'
    case 'choice':
      return field.options.find((option) => option.value === field.default)?.label ?? field.default
    case 'text':
      return field.default
    default:
      return field satisfies never
  }
}
