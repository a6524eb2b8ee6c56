// Fetches and reads another dataset. Its readers pay for a JSON reader, nobody
// else. What goes wrong completes the sentence "The comparison could not be …".

import init, { load } from "./decision-widget-loader.js";

async function json(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  return response.text();
}

export default async function loadDataset(address) {
  const text = await json(address).catch((error) => { throw new Error(`fetched: ${error.message}`); });
  await init();
  try {
    return load(text);
  } catch (problems) {
    throw new Error(`read: ${problems}`);
  }
}
