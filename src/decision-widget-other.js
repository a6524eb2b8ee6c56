// Fetches and reads another dataset. Its readers pay for a JSON reader, nobody
// else. What goes wrong completes the sentence "The comparison could not be …".

import init, { load } from "./decision-widget-loader.js";

async function json(address) {
  const response = await fetch(address);
  const { ok, status } = response;
  if (!ok) throw new Error(`{{no_answer}}`);
  return response.text();
}

export default async function loadDataset(address) {
  const text = await json(address).catch(({ message: reason }) => { throw new Error(`{{not_fetched}}`); });
  await init();
  try {
    return load(text);
  } catch (problems) {
    throw new Error(`{{not_read}}`);
  }
}
