// SPDX-License-Identifier: Apache-2.0
// A made-up story of 200 articles that share 500 quotations, as JSON Lines for
// `quoin compare`: the size that a report must still open at once.
//
//   node large_story.mjs > story.jsonl
//
// The same bytes every time. Each quotation has 12 to 40 words and stands in
// two to six articles; every third printing changes a word, drops one, moves a
// comma or is cut.

const ARTICLES = 200;
const QUOTATIONS = 500;

let state = 12345;
const below = (limit) => {
  state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
  return Math.floor((state / 0x80000000) * limit);
};

// Words that look like words, so that lines break as they do in prose.
const SYLLABLES = ["ba", "co", "de", "fi", "gan", "ho", "jul", "ka", "le",
  "mor", "ni", "or", "pel", "ra", "so", "tem", "ul", "ves", "wa", "yn"];
const SMALL = ["the", "of", "and", "to", "in", "a", "that", "we", "it", "for"];
const lexicon = [];
while (lexicon.length < 6000) {
  let word = "";
  for (let i = 1 + below(3); i >= 0; --i) word += SYLLABLES[below(20)];
  lexicon.push(word);
}
const word = () => below(3) === 0 ? SMALL[below(10)] : lexicon[below(6000)];
const capital = (text) => text[0].toUpperCase() + text.slice(1);

const sentence = (length) => {
  const words = Array.from({length}, word);
  words[Math.floor(length / 2)] += ",";
  return words;
};

const change = (words) => {
  const changed = [...words];
  const at = 1 + below(changed.length - 2);
  switch (below(6)) {
    case 0: changed[at] = lexicon[below(6000)]; break;
    case 1: changed.splice(at, 1); break;
    case 2: changed[at] = changed[at].replace(/,$|$/, ","); break;
    case 3: return changed.slice(0, Math.max(6, at));
    default: break;
  }
  return changed;
};

const SPEAKERS = ["Anna Lindqvist", "Tobias Penhallow", "Dorothea Vance",
  "Leonie Marsh", "Edwin Farrow", "Basil Quill", "Marta Ruiz", "Ivo Brandt"];

const articles = Array.from({length: ARTICLES}, (_, i) => ({
  id: `a${i}`,
  outlet: `${capital(lexicon[i])} ${["Post", "Courier", "Gazette", "News"][i % 4]}`,
  title: capital(sentence(7).join(" ")),
  published: `2031-03-${String(1 + (i % 9)).padStart(2, "0")}`,
  lang: "en",
  paragraphs: [],
}));
for (let q = 0; q < QUOTATIONS; ++q) {
  const words = sentence(12 + below(29));
  const speaker = SPEAKERS[below(SPEAKERS.length)];
  const first = below(ARTICLES);
  const copies = 2 + below(5);
  for (let c = 0; c < copies; ++c) {
    const article = articles[(first + c * 37) % ARTICLES];
    const printed = c > 0 && below(3) === 0 ? change(words) : words;
    article.paragraphs.push(
      `\u201C${capital(printed.join(" "))},\u201D ${speaker} said. ` +
      `${capital(sentence(18).join(" "))}.`);
  }
}
for (const {paragraphs, ...record} of articles) {
  const text = [record.title, ...paragraphs].join("\n\n") + "\n";
  process.stdout.write(JSON.stringify({...record, text}) + "\n");
}
