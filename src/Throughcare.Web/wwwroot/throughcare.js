// Everything works without this. It starts the components, warns before signing out, and saves drafts.
// The modules' addresses carry a hash of their content, so the page says them in its preload links.

const address = (id) => document.getElementById(id).href;
const announce = (text) => { document.getElementById('tc-announce').textContent = text; };

const [govuk, moj] = await Promise.all([import(address('tc-module-govuk')), import(address('tc-module-moj'))]);

// The autocomplete comes first: it makes the select's input, which an error summary leads to.
if (window.accessibleAutocomplete) {
  for (const select of document.querySelectorAll('select[data-tc-autocomplete]')) {
    window.accessibleAutocomplete.enhanceSelectElement({
      selectElement: select,
      defaultValue: select.value === '' ? '' : select.selectedOptions[0].text,
      showAllValues: true,
      preserveNullOptions: true,
      autoselect: false,
      menuAttributes: { 'aria-labelledby': select.id },
      tNoResults: () => 'Nothing found',
    });
  }
}

if (document.body.classList.contains('govuk-frontend-supported')) {
  govuk.initAll();
  moj.initAll();
  radiosSayNothingOfExpanding();
}

keepSession(document.getElementById('tc-session'));
document.querySelectorAll('form[data-tc-draft]').forEach(saveDrafts);
openDetailsForPrint();
keepFresh();

/** Warns before an idle user is signed out, in this tab and by what other tabs did. */
function keepSession(dialog) {
  if (!dialog) {
    return;
  }

  const minute = 60_000;
  const { idleMinutes, warnMinutes, stay, signedOut } = dialog.dataset;
  const title = dialog.querySelector('[data-tc-minutes]');
  const channel = 'BroadcastChannel' in window ? new BroadcastChannel('tc-session') : null;
  let last = Date.now();
  let said = 0;
  let leaving = false;

  const active = () => {
    last = Date.now();
    said = 0;
    if (dialog.open) {
      dialog.close();
    }
  };

  const check = () => {
    const left = Number(idleMinutes) * minute - (Date.now() - last);
    if (left <= 0) {
      if (!leaving) {
        leaving = true;
        window.location.assign(signedOut);
      }
    } else if (left <= Number(warnMinutes) * minute) {
      const minutes = Math.ceil(left / minute);
      if (minutes !== said) {
        said = minutes;
        title.textContent = minutes === 1 ? '1 minute' : `${minutes} minutes`;
        announce(`You’ll be signed out in ${title.textContent}`);
      }
      if (!dialog.open) {
        dialog.showModal();
      }
    }
  };

  const staySignedIn = async () => {
    const response = await fetch(stay, { credentials: 'same-origin', cache: 'no-store' }).catch(() => null);
    if (response?.ok) {
      active();
      channel?.postMessage('active');
    }
  };

  channel?.addEventListener('message', active);
  channel?.postMessage('active');
  dialog.addEventListener('cancel', (event) => { event.preventDefault(); staySignedIn(); });
  dialog.querySelector('[data-tc-stay]').addEventListener('click', staySignedIn);
  document.addEventListener('tc:saved', () => { active(); channel?.postMessage('active'); });
  window.setInterval(check, 1000);
  // A machine that slept has missed its ticks.
  document.addEventListener('visibilitychange', check);
}

/**
 * Sends a form's fields to the address in data-tc-draft every 20 seconds in which something changed.
 * The answer is JSON: {"savedAt": "2:31pm"}.
 */
function saveDrafts(form) {
  const every = 20_000;
  const status = form.querySelector('[data-tc-draft-status]') ?? form.appendChild(Object.assign(
    document.createElement('p'), { className: 'govuk-body-s tc-draft-status' }));
  status.setAttribute('role', 'status');
  let changed = false;
  let saving = false;

  const save = async () => {
    if (!changed || saving) {
      return;
    }
    saving = true;
    changed = false;
    try {
      const response = await fetch(form.dataset.tcDraft, { method: 'POST', body: new FormData(form), credentials: 'same-origin' });
      if (!response.ok || response.redirected) {
        throw new Error(String(response.status));
      }
      const { savedAt } = await response.json();
      status.textContent = `Draft saved ${savedAt}`;
      document.dispatchEvent(new Event('tc:saved'));
    } catch {
      changed = true;
      status.textContent = 'The draft could not be saved. We will try again.';
    } finally {
      saving = false;
    }
  };

  form.addEventListener('input', () => { changed = true; });
  form.addEventListener('change', () => { changed = true; });
  form.addEventListener('submit', () => { changed = false; });
  window.setInterval(save, every);
}

/** What is folded away on the screen is read on paper. */
function openDetailsForPrint() {
  let opened = [];
  window.addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll('details:not([open])')];
    opened.forEach((details) => { details.open = true; });
  });
  window.addEventListener('afterprint', () => {
    opened.forEach((details) => { details.open = false; });
    opened = [];
  });
}

/** What is still going on is asked for again every two seconds, until its answer no longer asks for that. */
function keepFresh() {
  const again = async () => {
    const shown = document.querySelector('[data-tc-refresh]');
    if (!shown) {
      window.location.reload();
      return;
    }
    const response = await fetch(shown.dataset.tcRefresh, { credentials: 'same-origin', cache: 'no-store' }).catch(() => null);
    if (response?.ok && !response.redirected) {
      const fresh = new DOMParser().parseFromString(await response.text(), 'text/html').getElementById(shown.id);
      if (fresh) {
        const state = (part) => part.querySelector('.govuk-tag')?.textContent ?? '';
        if (state(fresh) !== state(shown)) {
          announce(state(fresh));
        }
        shown.replaceWith(fresh);
      }
    }
    window.setTimeout(again, 2000);
  };

  if (document.querySelector('[data-tc-refresh]')) {
    window.setTimeout(again, 2000);
  }
}

// A radio may not say that it is expanded (ARIA allows it to a checkbox alone): what it reveals follows it in the page.
function radiosSayNothingOfExpanding() {
  const take = (radio) => radio.removeAttribute('aria-expanded');
  const changed = new MutationObserver((changes) => changes.forEach((change) => take(change.target)));
  for (const radio of document.querySelectorAll('.govuk-radios__input[aria-expanded]')) {
    take(radio);
    changed.observe(radio, { attributes: true, attributeFilter: ['aria-expanded'] });
  }
}
