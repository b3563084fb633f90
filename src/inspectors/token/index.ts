/** The token inspector. */
import { defineInspector } from '../contract.ts'
import { TokenPanel } from './panel.tsx'

export default defineInspector({ id: 'token', title: 'Token', order: 2, Panel: TokenPanel })
