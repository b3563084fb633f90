/** Where protocol and simulation meet: a server's port to the world, filled from a simulated one. */
import type { Environment, ResourceServerEnvironment } from '../protocol/index.ts'
import type { Milestone, Simulation } from '../simulation/index.ts'

/** The environment of an authorization server that acts as `actor`. Keys stay the protocol's public fixtures. */
export function authorizationServerEnvironment(
  { clock, random, network, note }: Simulation,
  actor: string,
): Pick<Environment, 'now' | 'randomBytes' | 'note' | 'step' | 'send'> {
  return {
    now: () => Math.floor(clock.now() / 1000),
    randomBytes: (count, stream) => random(count, `${actor}/${stream}`),
    note: (entry) => note(actor, entry),
    step: (name) => network.step(actor, name),
    send: async (request) => (await network.callFromServer(actor, request)).response,
  }
}

/** The environment of a resource server that acts as `actor`; its own calls go over the wire like everybody's. */
export function resourceServerEnvironment(
  { clock, random, network, note }: Simulation,
  actor: string,
): Pick<ResourceServerEnvironment, 'now' | 'randomBytes' | 'note' | 'send'> {
  return {
    now: () => Math.floor(clock.now() / 1000),
    randomBytes: (count, stream) => random(count, `${actor}/${stream}`),
    note: (entry) => note(actor, entry),
    send: async (request) => (await network.callFromServer(actor, request)).response,
  }
}

/** What an artifact is called on the screen. */
const ARTIFACT_LABELS: Readonly<Record<string, string>> = {
  authorization_code: 'authorization code',
  access_token: 'access token',
  refresh_token: 'refresh token',
  session: 'sign-in session',
  app_session: 'app’s own session',
  device_code: 'device code',
  auth_req_id: 'request on the phone',
  email_link: 'mail’s link or code',
}

/** Hears of artifacts and tells when the latest one of each kind expires. */
export function watchExpiries(simulation: Simulation): { readonly simulation: Simulation; milestones(): Milestone[] } {
  const expiries = new Map<string, Milestone>()
  return {
    simulation: {
      ...simulation,
      note(actor, note) {
        // Issued, or renewed under the same id: a session in which the person proves again who they are.
        if (note.type === 'lifecycle' && note.expires_at !== undefined) {
          const label = ARTIFACT_LABELS[note.artifact]
          if (label !== undefined) {
            expiries.set(note.artifact, { id: note.artifact, label: `Expiry of the ${label}`, at: note.expires_at })
          }
        }
        simulation.note(actor, note)
      },
    },
    milestones: () => [...expiries.values()].filter(({ at }) => at * 1000 > simulation.clock.now()),
  }
}
