// The npm libraries compromise and wink-nlp over the same texts: node compare.mjs IN.jsonl
// Prints one line of JSON: a library to {version, wordsPerSecond, documents: [[start, end, type], ...] of each text}.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);

function require(name) {
  try {
    return load(name);
  } catch (error) {
    if (error.code !== 'MODULE_NOT_FOUND')
      throw error;
    console.error(`${name} is not installed; "npm ci" in the repository's root installs it.`);
    process.exit(1);
  }
}

const texts = readFileSync(process.argv[2], 'utf8').split('\n').filter(line => line).map(line => JSON.parse(line).text ?? '');
const words = texts.reduce((sum, text) => sum + text.split(/\s+/u).filter(word => word).length, 0);

// Both count marks and possessives at a name's edges as part of it; the measure does not.
function trimmed(text, start, end, type) {
  const name = text.slice(start, end);
  const lead = name.match(/^(?:[^\p{L}\p{N}]|(?:the|mr|mrs|ms|dr|president|minister|sir)\.?\s)+/iu)?.[0].length ?? 0;
  const tail = name.match(/(?:['’]s)?[^\p{L}\p{N}]*$/u)[0].length;
  return [start + lead, Math.max(start + lead, end - tail), type];
}

function measure(name, find) {
  texts.slice(0, 10).forEach(find);
  const before = process.cpuUsage();
  const documents = texts.map(find);
  const used = process.cpuUsage(before);
  const about = readFileSync(new URL(`../../../../node_modules/${name}/package.json`, import.meta.url), 'utf8');
  return { version: JSON.parse(about).version, wordsPerSecond: words / ((used.user + used.system) / 1e6), documents };
}

const compromise = require('compromise');
const byCompromise = measure('compromise', text => {
  const doc = compromise(text);
  return [['PER', doc.people()], ['LOC', doc.places()], ['ORG', doc.organizations()]].flatMap(([type, found]) =>
    found.json({ offset: true }).filter(item => item.offset).map(({ offset }) => trimmed(text, offset.start, offset.start + offset.length, type)));
});

// Its English model names dates, quantities and addresses, but no persons, places or organisations.
const winkNlp = require('wink-nlp');
const wink = winkNlp(require('wink-eng-lite-web-model'));
const types = { DATE: 'DATE' };
const byWink = measure('wink-nlp', text => {
  const doc = wink.readDoc(text);
  const starts = [];
  let at = 0;
  doc.tokens().each(token => {
    at += token.out(wink.its.precedingSpaces).length;
    starts.push(at);
    at += token.out().length;
  });
  const found = [];
  doc.entities().each(entity => {
    const [first, last] = entity.out(wink.its.span);
    const type = types[entity.out(wink.its.type)];
    if (type)
      found.push(trimmed(text, starts[first], last + 1 < starts.length ? starts[last + 1] : text.length, type));
  });
  return found;
});

console.log(JSON.stringify({ compromise: byCompromise, 'wink-nlp': byWink }));
