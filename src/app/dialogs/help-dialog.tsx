/** What this page is, and every shortcut. */
import { siteHome } from '../../lib/site-home.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { closeDialog } from '../actions/view.ts'
import { type Command, commands, presenterCommands } from '../commands/index.ts'
import './dialogs.css'

const KEY_NAMES: Readonly<Record<string, string>> = {
  ArrowRight: '→',
  ArrowLeft: '←',
  PageDown: 'Page down',
  PageUp: 'Page up',
  ' ': 'Space',
  Mod: navigator.platform.startsWith('Mac') ? '⌘' : 'Ctrl',
  k: 'K',
}

/** The help. */
export default function HelpDialog() {
  return (
    <Dialog title="How this works" onClose={closeDialog}>
      <div className="help">
        <p>
          Every message is executed by simulated servers in your browser, and waits until you let it arrive: step, play,
          or choose one under “On the wire”. Delay it, drop it, send it twice or change it, and see what the rules make
          of it. Where the flow needs a person, act in the browser window on the stage. The clock moves when you move
          it.
        </p>
        <p>Stepping back shows an earlier moment. Doing something there starts a new branch from that moment.</p>
        <Shortcuts group="Run" />
        <Shortcuts group="Page" />
        <Shortcuts group="Presenter" />
        <p>
          Authlane is under the MIT licence. Its build writes the{' '}
          <a href={new URL('third-party-notices.txt', siteHome()).href} target="_blank" rel="noopener">
            third-party notices
          </a>{' '}
          of the packages in this page.
        </p>
      </div>
    </Dialog>
  )
}

const HEADINGS: Readonly<Record<Command['group'], string>> = {
  Run: 'Moving through the run',
  Page: 'The page',
  Presenter: 'While presenting',
}

function Shortcuts({ group }: { readonly group: Command['group'] }) {
  return (
    <section>
      <h3>{HEADINGS[group]}</h3>
      <dl>
        {(group === 'Presenter' ? presenterCommands : commands)
          .filter((command) => command.group === group)
          .map((command) => (
            <Shortcut key={command.id} command={command} />
          ))}
      </dl>
    </section>
  )
}

function Shortcut({ command }: { readonly command: Command }) {
  return (
    <>
      <dt>{command.title}</dt>
      <dd>
        {command.keys.map((key) => (
          <kbd key={key}>
            {key
              .split('+')
              .map((part) => KEY_NAMES[part] ?? part)
              .join(' ')}
          </kbd>
        ))}
      </dd>
    </>
  )
}
