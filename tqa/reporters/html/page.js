// What the page carries: read once; an article only when it is opened.

const read = (name) => JSON.parse(document.getElementById(`data-${name}`).textContent);
const byId = (id) => document.getElementById(id);

const WORDS = new Map(Object.entries(read("words")));
const INDEX = read("index");
const FINDINGS = INDEX.findings;
const ARTICLES = INDEX.articles;
const RULES = new Map(Object.entries(INDEX.rules));
const SEVERITY_WORDS = { error: "Error", warning: "Warning", info: "Info" };

/** The page's own words in its language. */
const t = (english) => WORDS.get(english) ?? english;

/** The same with a number in it. */
const counted = (english, number) => t(english).replace("{n}", String(number));

const opened = new Map();

/** Texts and passages of an article, or null where the report does not hold them. */
function textsOf(number) {
  if (!opened.has(number)) opened.set(number, read(`article-${number}`));
  return opened.get(number);
}

/** What is written at a place of an article. */
function textAt(number, side, segment) {
  return textsOf(number)?.[side]?.[segment] ?? "";
}

/** What the browser keeps for this page; nothing where it keeps nothing. */
const kept = {
  get(name, otherwise) {
    try {
      return JSON.parse(localStorage.getItem(name)) ?? otherwise;
    } catch {
      return otherwise;
    }
  },
  set(name, value) {
    try {
      localStorage.setItem(name, JSON.stringify(value));
      return true;
    } catch {
      return false;
    }
  },
};
