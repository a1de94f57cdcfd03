/** Prints the answer, whole, in place of the conversation around it. */
const paper = document.getElementById('print');
/** The receipt of the newest answer, if the conversation stands at one, and of the one that is to be printed now. */
let newest;
let asked;
/** What is to be on the paper, and what is: a receipt in a language. */
let wanted;
let ready;

async function fetched(receipt) {
  const locale = encodeURIComponent(document.documentElement.lang);
  const answer = await fetch(`/print/${encodeURIComponent(receipt)}?locale=${locale}`);
  if (!answer.ok) throw new Error(`/print answered ${answer.status}`);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  return page.querySelector('.printed');
}

function clear() {
  paper.replaceChildren();
  ready = undefined;
}

/** Has on the paper what is to be there; without a network the page prints as it stands. */
async function lay() {
  const receipt = asked ?? newest;
  const mine = receipt === undefined ? undefined : `${receipt} ${document.documentElement.lang}`;
  wanted = mine;
  if (ready === mine) return;
  // Until the right one has come, none is better than another.
  clear();
  if (mine === undefined) return;
  const article = await fetched(receipt).catch(() => undefined);
  if (wanted !== mine || !article) return;
  paper.replaceChildren(document.adoptNode(article));
  ready = mine;
}

/** Takes note of the answer that the conversation stands at, in the page's language; undefined where it is at none. */
export function printable(receipt) {
  newest = receipt;
  void lay();
}

export async function printAnswer(receipt) {
  asked = receipt;
  await lay();
  print();
  asked = undefined;
}

addEventListener('afterprint', () => void lay());
