/** The door of the page of cases: a field for the code that the chat gives. */
const door = document.getElementById('door');
const why = document.getElementById('door-why');
const form = document.getElementById('code-form');
const field = document.getElementById('code');

export function closeDoor() {
  door.hidden = true;
  field.value = '';
}

/** @param reason why it is closed, in words; empty where nobody has tried */
export function openDoor(reason) {
  door.hidden = false;
  why.textContent = reason;
  field.value = '';
  if (reason !== '') field.focus();
}

/** @param enter told of the code that somebody gives */
export function atDoor(enter) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const code = field.value.trim();
    if (code !== '') enter(code);
  });
}
