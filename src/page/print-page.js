/** The page of an answer for paper. */
const button = document.getElementById('print-now');
button.hidden = false;
button.addEventListener('click', () => print());
