/** The run for somebody else: as a link, a code to scan, a player in another page, a text for a ticket. */
import { Download, ImageIcon, ListPlus } from 'lucide-react'
import { useState } from 'react'
import { siteHome } from '../../../lib/site-home.ts'
import { writeRecipeFile } from '../../../share/index.ts'
import { Button } from '../../../ui/button.tsx'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import '../../../ui/field.css'
import { Tabs } from '../../../ui/tabs.tsx'
import { downloadPicture } from '../../actions/exporting.ts'
import { addRun } from '../../actions/playlists.ts'
import { saveFile } from '../../actions/saving.ts'
import { closeDialog } from '../../actions/view.ts'
import { addressAt } from '../../link.ts'
import { selectScenario } from '../../selectors/outcome.ts'
import { current, useApp } from '../../state/store.ts'
import { EmbedHint } from './embed-hint.tsx'
import { Fingerprint } from './fingerprint.tsx'
import { componentSnippet, embedSnippet, lengthAdvice } from './forms.ts'
import { momentsOf, type ShareMoment } from './moments.ts'
import { QrCode } from './qr-code.tsx'
import { TicketPanel } from './ticket-panel.tsx'
import './share-dialog.css'

type Form = 'link' | 'code' | 'embed' | 'ticket'

/** Whoever opens the link sees the same bytes, paused where it was shared. */
export default function ShareDialog() {
  const [form, setForm] = useState<Form>('link')
  const [moments] = useState(() => momentsOf(current()))
  const [chosen, choose] = useState<ShareMoment>(moments[0])
  const recipe = useApp((state) => state.recipe)
  const title = useApp(selectScenario)?.title ?? ''
  const shared = { recipe, cursor: chosen.step }
  const address = useApp((state) => addressAt(state, chosen.step))
  const player = useApp((state) => addressAt(state, chosen.step, { isEmbedded: true }))
  return (
    <Dialog
      title="Share this run"
      description="It holds a recipe and no secret: scenario, settings and choices. Whoever opens it sees the same run, byte for byte. Nothing is sent to a server."
      onClose={closeDialog}
    >
      <fieldset className="share-moment">
        <legend className="visually-hidden">Where it opens</legend>
        {moments.map((moment) => (
          <label key={moment.title}>
            <input type="radio" name="moment" checked={moment === chosen} onChange={() => choose(moment)} />
            {moment.title}
          </label>
        ))}
      </fieldset>
      <Tabs<Form>
        label="Forms"
        selected={form}
        onSelect={setForm}
        tabs={[
          {
            id: 'link',
            title: 'Link',
            panel: (
              <>
                <Text name="Link" text={address} hint={lengthAdvice(address.length)} hasFirstFocus>
                  <Button look="quiet" icon={<ListPlus />} onClick={collect}>
                    Add to a playlist
                  </Button>
                  <Button icon={<ImageIcon />} onClick={() => void downloadPicture(chosen.step)}>
                    Save the picture
                  </Button>
                  <Button
                    icon={<Download />}
                    onClick={() => saveFile('run.authlane.json', writeRecipeFile(shared), 'application/json')}
                  >
                    Save as a file
                  </Button>
                </Text>
                <Fingerprint step={chosen.step} />
              </>
            ),
          },
          { id: 'code', title: 'QR code', panel: <QrCode address={address} /> },
          {
            id: 'embed',
            title: 'Embed',
            panel: (
              <>
                <Text name="HTML" text={embedSnippet(player, title)} hasFirstFocus>
                  <EmbedHint />
                </Text>
                <Text name="Component" text={componentSnippet(address, siteHome(), title)}>
                  <span className="share-hint">The picture first, the run on a press: for documentation.</span>
                </Text>
              </>
            ),
          },
          {
            id: 'ticket',
            title: 'Ticket',
            panel: <TicketPanel key={chosen.step} moment={chosen} />,
          },
        ]}
      />
    </Dialog>
  )
}

function collect() {
  addRun()
  closeDialog()
}

interface TextProps {
  readonly name: string
  readonly text: string
  readonly hint?: string
  readonly hasFirstFocus?: boolean
  readonly children?: React.ReactNode
}

function Text({ name, text, hint, hasFirstFocus, children }: TextProps) {
  return (
    <div className="share-text">
      <textarea
        className="field field-mono"
        aria-label={name}
        rows={text.split('\n').length > 6 ? 10 : 4}
        readOnly
        value={text}
        onFocus={(event) => event.target.select()}
      />
      {hint !== undefined && <p className="share-hint">{hint}</p>}
      <div className="share-actions">
        {children}
        <CopyButton
          look="primary"
          data-first-focus={hasFirstFocus}
          label={`Copy ${name === 'HTML' ? name : name.toLowerCase()}`}
          text={text}
        />
      </div>
    </div>
  )
}
