/** Changing a request while it is on the wire. */
import { type FormEvent, useState } from 'react'
import { requestParameters } from '../../simulation/index.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import '../../ui/field.css'
import { act } from '../actions/acting.ts'
import { closeDialog } from '../actions/view.ts'
import { heldMessage } from '../selectors/moment.ts'
import { useApp } from '../state/store.ts'
import './dialogs.css'

/** Each parameter that was changed or removed is one step of the run. */
export default function EditDialog({ gate }: { readonly gate: string }) {
  const trace = useApp((state) => state.run.trace)
  const cursor = useApp((state) => state.view.cursor)
  const message = heldMessage(trace, cursor, gate)
  const [removed, setRemoved] = useState<readonly string[]>([])
  const parameters = message === undefined ? undefined : requestParameters(message.request)

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const entered = new FormData(event.currentTarget)
    closeDialog()
    for (const [parameter, before] of parameters?.fields ?? []) {
      const value = String(entered.get(parameter) ?? before)
      if (removed.includes(parameter)) await act({ type: 'rewrite', gate, parameter })
      else if (value !== before) await act({ type: 'rewrite', gate, parameter, value })
    }
    const name = String(entered.get('+name')).trim()
    if (name !== '') await act({ type: 'rewrite', gate, parameter: name, value: String(entered.get('+value')) })
  }

  return (
    <Dialog
      title="Edit the request on the wire"
      description="As somebody between the two parties could, if they got that far. Each change is a step of the run, so you can undo it and share it."
      onClose={closeDialog}
    >
      {message === undefined || parameters === undefined ? (
        <p>This request is no longer on the wire.</p>
      ) : (
        <form className="edit" onSubmit={(event) => void submit(event)}>
          <p className="edit-request">
            {message.request.method} {message.request.url.split('?', 1)[0]} · {parameters.place}
          </p>
          {parameters.fields.map(([name, value]) => (
            <div key={name} className="edit-row">
              <label htmlFor={`edit-${name}`}>{name}</label>
              <input
                id={`edit-${name}`}
                name={name}
                className="field field-mono"
                defaultValue={value}
                disabled={removed.includes(name)}
                spellCheck={false}
                autoComplete="off"
              />
              <Button
                size="small"
                look={removed.includes(name) ? 'secondary' : 'quiet'}
                aria-label={removed.includes(name) ? `Keep ${name}` : `Remove ${name}`}
                onClick={() => setRemoved(toggled(removed, name))}
              >
                {removed.includes(name) ? 'Keep' : 'Remove'}
              </Button>
            </div>
          ))}
          <fieldset className="edit-row">
            <legend className="eyebrow">Add a parameter</legend>
            <input className="field field-mono" name="+name" aria-label="Name of a new parameter" placeholder="name" />
            <input
              className="field field-mono"
              name="+value"
              aria-label="Value of the new parameter"
              placeholder="value"
            />
          </fieldset>
          <Button type="submit" look="primary">
            Apply changes
          </Button>
        </form>
      )}
    </Dialog>
  )
}

function toggled(names: readonly string[], name: string): readonly string[] {
  return names.includes(name) ? names.filter((other) => other !== name) : [...names, name]
}
