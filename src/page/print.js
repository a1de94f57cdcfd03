/** Prints the answer, whole, in place of the conversation around it. */
const paper = document.getElementById('print');
/** The receipt of the newest answer, and that of the one on the paper. */
let newest;
let ready;

async function fetched(receipt) {
  const locale = encodeURIComponent(document.documentElement.lang);
  const answer = await fetch(`/print/${encodeURIComponent(receipt)}?locale=${locale}`);
  if (!answer.ok) throw new Error(`/print answered ${answer.status}`);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  return page.querySelector('.printed');
}

/** Has the answer of a receipt on the paper; without a network the page prints as it stands. */
async function lay(receipt) {
  const wanted = `${receipt} ${document.documentElement.lang}`;
  if (ready === wanted) return;
  try {
    const article = await fetched(receipt);
    paper.replaceChildren(document.adoptNode(article));
    ready = wanted;
  } catch {
    paper.replaceChildren();
    ready = undefined;
  }
}

/** Takes note of an answer, so that the browser's own print command finds it. */
export function printable(activity) {
  const receipt = activity.channelData?.guidance?.receipt;
  if (receipt === undefined || receipt === newest) return;
  newest = receipt;
  void lay(receipt);
}

export async function printAnswer(receipt) {
  await lay(receipt);
  print();
}
