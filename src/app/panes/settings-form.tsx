/** What the person may change about the scenario: a form generated from its settings. */
import { RotateCcw } from 'lucide-react'
import { Fragment } from 'react'
import { resolveSettings } from '../../scenario-kit/contract.ts'
import type { SettingField } from '../../scenario-kit/setting.ts'
import { Button } from '../../ui/button.tsx'
import { resetSettings } from '../actions/opening.ts'
import { NamesField } from '../names/names-field.tsx'
import { selectScenario } from '../selectors/outcome.ts'
import { useApp } from '../state/store.ts'
import { SettingControl } from './setting-control.tsx'
import './settings-form.css'

/** The form; every change starts the run again, since settings hold from its beginning. */
export function SettingsForm() {
  const scenario = useApp(selectScenario)
  const settings = useApp((state) => state.recipe.settings)
  if (scenario === undefined) return null
  const values = resolveSettings(scenario, settings)
  const changed = Object.keys(settings).length
  return (
    <form className="settings" aria-label="Settings" onSubmit={(event) => event.preventDefault()}>
      <header className="settings-header">
        <h2 className="eyebrow">Settings</h2>
        {changed > 0 && (
          <Button size="small" look="quiet" icon={<RotateCcw />} onClick={() => void resetSettings()}>
            Reset {changed}
          </Button>
        )}
      </header>
      <p className="settings-note">Changing a setting starts the run again.</p>
      {groupsOf(scenario.settings).map(([group, fields]) => (
        <Fragment key={group}>
          {group === 'Names' && <NamesField scenario={scenario} />}
          <details className="settings-group" open={group !== 'Names'}>
            <summary>{group}</summary>
            <div className="settings-fields">
              {fields.map((field) => (
                <SettingControl key={field.id} field={field} value={values[field.id] ?? field.default} />
              ))}
            </div>
          </details>
        </Fragment>
      ))}
    </form>
  )
}

function groupsOf(fields: readonly SettingField[]): [group: string, fields: SettingField[]][] {
  const groups = new Map<string, SettingField[]>()
  for (const field of fields) groups.set(field.group, [...(groups.get(field.group) ?? []), field])
  return [...groups]
}
