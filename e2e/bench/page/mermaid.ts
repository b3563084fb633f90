/** The same run drawn as a whole by Mermaid, in the way of the product's “as Mermaid” view. */
import mermaid from 'mermaid'
import { mermaidConfig } from '../../../src/diagram/mermaid/config.ts'
import { mermaidText } from '../../../src/exporters/mermaid/index.ts'
import { model } from './diagram.tsx'

/** Draws the first `rows` rows `times` times, after a small drawing that loads everything; milliseconds of each. */
export async function drawWithMermaid(rows: number, times: number): Promise<number[]> {
  mermaid.initialize(mermaidConfig('light'))
  await draw(3)
  const elapsed: number[] = []
  while (elapsed.length < times) {
    const startedAt = performance.now()
    await draw(rows)
    elapsed.push(performance.now() - startedAt)
  }
  return elapsed
}

async function draw(rows: number): Promise<void> {
  const { svg } = await mermaid.render('drawing', mermaidText(model, rows))
  const host = document.createElement('div')
  host.innerHTML = svg
  document.body.append(host)
  void host.offsetHeight
  host.remove()
}
