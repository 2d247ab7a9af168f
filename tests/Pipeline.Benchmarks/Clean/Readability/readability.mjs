// Runs @mozilla/readability on linkedom over the pages named on standard input, one path a line, plain or gzipped, UTF-8.
// All pages once unmeasured, then all once measured; only parsing and extraction count. Prints {pages, cpuSeconds}.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

const paths = readFileSync(0, 'utf8').split('\n').filter(Boolean);
const read = path => {
  const bytes = readFileSync(path);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
};

const extract = html => {
  try {
    return new Readability(parseHTML(html).document).parse();
  } catch {
    return null; // A page that it cannot read costs it no further time.
  }
};

for (const path of paths) {
  extract(read(path));
}

let microseconds = 0;
for (const path of paths) {
  const html = read(path);
  const before = process.cpuUsage();
  extract(html);
  const used = process.cpuUsage(before);
  microseconds += used.user + used.system;
}

console.log(JSON.stringify({ pages: paths.length, cpuSeconds: microseconds / 1e6 }));
