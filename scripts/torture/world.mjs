/** A server of this machine that stands for the whole web, and an export whose links lead into it. */
import { createServer } from 'node:http';
import { writeFileSync } from 'node:fs';

const SHORT = 40;
const PAGES = 20;

/** Starts the server, which answers on the loopback alone, and lets every edchat of this torture find it in the place of the web. */
export async function openWorld() {
  const server = createServer((request, response) => {
    const number = Number(/\d+/.exec(request.url ?? '')?.[0] ?? 0);
    if (request.headers.host === 'bit.ly')
      response.writeHead(301, { location: `https://site${number % 25}.example/page/${number % 25}` }).end();
    else response.writeHead(200, { 'content-type': 'text/html' }).end(`<title>Page ${number} of ${request.headers.host}</title>`);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  process.env.EDCHAT_TEST_SERVER = String(server.address().port);
  return () => {
    server.closeAllConnections();
    server.close();
  };
}

/** Writes an export of tweets that share short links and pages of that web. */
export function linkExport(path) {
  const urls = [
    ...Array.from({ length: SHORT }, (_, at) => `http://bit.ly/n${at}`),
    ...Array.from({ length: PAGES }, (_, at) => `https://own${at}.example/page/${at}`),
  ];
  const lines = urls.map((url, at) => {
    const ms = Date.UTC(2016, 3, 18) + at * 40_000;
    return JSON.stringify({
      id_str: String((BigInt(ms) - 1_288_834_974_657n) << 22n),
      created_at: new Date(ms).toISOString(),
      full_text: `Look at this https://t.co/x${at} #iaedchat`,
      entities: { hashtags: [], urls: [{ url: `https://t.co/x${at}`, expanded_url: url }] },
      user: { screen_name: `Teacher_${at % 9}`, name: `Teacher ${at % 9}` },
    });
  });
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}
