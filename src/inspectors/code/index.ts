/** The code inspector. */
import { defineInspector } from '../contract.ts'
import { CodePanel } from './panel.tsx'

export default defineInspector({ id: 'code', title: 'Code', order: 4, Panel: CodePanel })
