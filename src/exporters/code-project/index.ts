/** A run as a project of its own: MSW handlers that answer as the servers did, and a Playwright test that goes through it. */
import { defineExporter, type ExportableRun, FIXTURE_NOTICE } from '../contract.ts'
import { handlersFile } from './handlers-file.ts'
import { readmeFile } from './readme-file.ts'
import { oneLine, recordedCalls } from './recorded-calls.ts'
import { ANSWERS_FILE, CONFIG_FILE, packageFile, TSCONFIG_FILE } from './scaffold.ts'
import { specFile } from './spec-file.ts'

export default defineExporter({
  kind: 'project',
  id: 'code-project',
  group: 'Code',
  title: 'MSW handlers and Playwright test',
  hint: 'A small project that reproduces the run: install it, run it, then put in your own client.',
  order: 23,
  fileName: 'run-project.zip',
  mediaType: 'application/zip',
  files: projectFiles,
})

function projectFiles(run: ExportableRun): Readonly<Record<string, string>> {
  const title = oneLine(`${run.title}, up to step ${run.step}`)
  const calls = recordedCalls(run)
  const head = [`// ${title}.`, `// ${FIXTURE_NOTICE}`]
  return {
    'README.md': readmeFile({ title, notice: FIXTURE_NOTICE, start: run.trace[0]?.time ?? 0 }),
    'package.json': packageFile(run.recipe.scenario),
    'playwright.config.ts': CONFIG_FILE,
    'src/answers.ts': ANSWERS_FILE,
    'src/handlers.ts': handlersFile(calls, head),
    'tests/run.spec.ts': specFile(calls, title, head),
    'tsconfig.json': TSCONFIG_FILE,
  }
}
