/** The inspectors of the selected step, and what the run began with. */
import { use, useMemo } from 'react'
import type { Inspector, InspectorProps } from '../../inspectors/contract.ts'
import { Part } from '../../ui/part.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { useIsWide } from '../../ui/use-window.ts'
import { watchOutcome } from '../actions/opening.ts'
import { selectRow as select, showAuthorization, showInspector, showStorage } from '../actions/view.ts'
import { loadInspectors } from '../plugins.ts'
import { codeSource, type ScenarioSources, sourcesOf } from '../scenario-sources.ts'
import { selectArtifactName } from '../selectors/artifact.ts'
import { hasAuthorization } from '../selectors/authorization.ts'
import { selectRemedy, selectScenario } from '../selectors/outcome.ts'
import { selectInspectedStep, selectRow } from '../selectors/selected.ts'
import { useApp } from '../state/store.ts'
import { SETTINGS_TAB } from '../state/view.ts'
import { SettingsForm } from './settings-form.tsx'

const inspectors = loadInspectors()

/** The right pane. */
export function InspectorPane() {
  return (
    <aside className="pane" aria-labelledby="inspectors-title">
      <h2 id="inspectors-title" className="visually-hidden">
        Inspectors
      </h2>
      <Part loading={<p className="pane-title">Loading the inspectors …</p>}>
        <InspectorTabs />
      </Part>
    </aside>
  )
}

function InspectorTabs() {
  const found = use(inspectors)
  // Where there is less room, settings stand in the library.
  const isWide = useIsWide()
  const wanted = useApp((state) => state.view.inspectorTab)
  const tabs = found.map((inspector) => ({
    id: inspector.id,
    title: inspector.title,
    panel: (
      <Part loading={<p className="pane-title">Loading …</p>}>
        <InspectorPanel inspector={inspector} />
      </Part>
    ),
  }))
  if (isWide) tabs.push({ id: SETTINGS_TAB, title: 'Settings', panel: <SettingsForm /> })
  const selected = tabs.find(({ id }) => id === wanted) ?? tabs[0]
  return selected && <Tabs label="Inspector" tabs={tabs} selected={selected.id} onSelect={showInspector} />
}

function InspectorPanel({ inspector }: { readonly inspector: Inspector }) {
  const props = useInspectorProps()
  return props === undefined ? null : <inspector.Panel {...props} />
}

function useInspectorProps(): InspectorProps | undefined {
  const scenario = useApp(selectScenario)
  const trace = useApp((state) => state.run.trace)
  const sequence = useApp((state) => state.run.sequence)
  const cursor = useApp(selectInspectedStep)
  const selected = useApp(selectRow)
  const artifact = useApp(selectArtifactName)
  const remedy = useApp(selectRemedy)
  const isGuarded = useApp(hasAuthorization)
  const settings = useApp((state) => state.recipe.settings)
  const sources = use(scenario === undefined ? NOTHING : sourcesOf(scenario))
  const code = useMemo(() => scenario && codeSource(scenario, settings, sources), [scenario, settings, sources])
  if (scenario === undefined || code === undefined) return undefined
  return {
    trace,
    sequence,
    cursor,
    selected,
    artifact,
    code,
    lesson: sources.lesson,
    specs: scenario.specs,
    ...(remedy && { remedy: { title: remedy.title, open: () => void watchOutcome(remedy.id) } }),
    storage: scenario.storage ?? NO_ADVICE,
    onShowStorage: showStorage,
    ...(isGuarded && { onShowAuthorization: showAuthorization }),
    onSelect: select,
  }
}

const NO_ADVICE: InspectorProps['storage'] = []
const NOTHING: Promise<ScenarioSources> = Promise.resolve({ code: new Map(), lesson: '' })
