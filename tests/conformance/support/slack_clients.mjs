// Slack's own packages, in the two generations that are in use: the older one speaks through axios, the newer
// through fetch, which needs Node 20.
const node = Number(process.versions.node.split('.')[0]);

async function generation(suffixes) {
  const load = async (name) => (await import(name)).default;
  const [bolt, oauth, webApi] = await Promise.all(suffixes.map(load));
  return { name: suffixes.join(', '), bolt, oauth, webApi };
}

export const generations = [
  await generation(['slack-bolt-4', 'slack-oauth-3', 'slack-web-api-7']),
  ...(node >= 20 ? [await generation(['@slack/bolt', '@slack/oauth', '@slack/web-api'])] : []),
];

/** What the packages would write of refusals that a test provokes, goes nowhere. */
export const silent = Object.fromEntries(
  ['debug', 'info', 'warn', 'error', 'setLevel', 'getLevel', 'setName'].map((each) => [
    each,
    () => undefined,
  ]),
);
