/** Invented exports for tests of the command line. */
import { crc32 } from 'node:zlib';

interface Options {
  readonly tag?: string;
  /** UTC; default a Sunday evening of #iaedchat. */
  readonly from?: string;
  /** Seconds between tweets. */
  readonly every?: number;
  readonly people?: number;
}

/** `count` API statuses, from `from` on, a minute apart, by a few invented people. */
export function statuses(count: number, { tag = '#iaedchat', from = '2016-04-18T00:00:00Z', every = 60, people = 4 }: Options = {}) {
  return Array.from({ length: count }, (_, index) => {
    const ms = Date.parse(from) + index * every * 1000;
    const id = String(((BigInt(ms) - 1_288_834_974_657n) << 22n) + 7n);
    const full_text = `Thought number ${index} about portfolios ${tag}`.trim();
    const screen_name = `Teacher_${index % people}_zq`;
    return {
      id_str: id,
      created_at: twitterTime(ms),
      full_text,
      truncated: false,
      entities: { hashtags: [], urls: [] },
      user: { id_str: String(index % people), screen_name, name: `Teacher ${index % people}` },
    };
  });
}

function twitterTime(ms: number): string {
  const [weekday, day, month, year, time] = new Date(ms).toUTCString().replace(',', '').split(' ');
  return `${weekday} ${month} ${day} ${time} +0000 ${year}`;
}

/** A zip archive (stored, not deflated) of the files. */
export function zipped(files: Readonly<Record<string, string>>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const data = Buffer.from(text);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, Buffer.from(name), data]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), common, tail, Buffer.from(name)]));
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, central, Buffer.from('PK\u0005\u0006'), end]);
}
