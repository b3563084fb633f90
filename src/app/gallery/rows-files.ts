/** What the runs of each scenario were recorded to send: written by `scenarios/versions.test.ts`, which fails where a run differs. */
const files = import.meta.glob<string>('../../scenarios/*/rows.txt', { query: '?raw', import: 'default', eager: true })

/** By scenario; empty where there is none. */
export function rowsOf(scenario: string): string {
  return files[`../../scenarios/${scenario}/rows.txt`] ?? ''
}
