import { send, type Call } from './client';

/** Fetches something as whoever is signed in and gives it to the browser as a file. */
export async function download(name: string, path: string, call: Call = {}): Promise<void> {
  const answer = await send('GET', path, call);
  const address = URL.createObjectURL(await answer.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the file after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
