/** The explain inspector. */
import { defineInspector } from '../contract.ts'
import { ExplainPanel } from './panel.tsx'

export default defineInspector({ id: 'explain', title: 'Explain', order: 5, Panel: ExplainPanel })
