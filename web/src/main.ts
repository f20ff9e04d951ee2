// Loads the module, starts a simulation from the address's seed, and shows the page.
import { Module } from './module.ts';
import type { ChatopsPage } from './chatops-page.ts';
import './chatops-page.ts';
import { Session } from './session.ts';

const page = document.querySelector<ChatopsPage>('chatops-page');

async function begin(): Promise<void> {
  const asked = new URLSearchParams(location.search);
  const session = new Session(await Module.load());
  session.start(asked.get('seed') ?? '1', asked.get('world') ?? '');
  if (page !== null) page.session = session;
}

begin().catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error);
  page
    ?.querySelector('.loading')
    ?.replaceChildren(`The simulation could not be loaded: ${message}`);
});
