/** Pages made for the tests, in the layouts that the real ones have or had. None is a copy of a real page. */

export interface Parts {
  readonly roles?: string;
  readonly listLead?: string;
  readonly firstBullet?: string;
  readonly licenseTitle?: string;
  readonly licenseText?: string;
  readonly note?: string;
  readonly nextTitle?: string;
}

export const LICENSE_TEXT =
  'Ask the customer for permission before you look after its subscriptions. The page on relationships tells how, and who may do it.';

/** An article with a title, lead-ins, a list, a table, a boxed note and a closing section. */
export function article({
  roles = 'User management admin | Sales agent',
  listLead = 'Multichannel support applies when a customer:',
  firstBullet = 'Bought its subscriptions straight from the maker.',
  licenseTitle = 'License-based services',
  licenseText = LICENSE_TEXT,
  note = 'No partner may resell to another partner of the program.',
  nextTitle = 'Next steps',
}: Parts = {}): string {
  return `<h1 id="title">Support for other channels</h1>
    <p><strong>Applies to</strong>: Partner Center | Partner Center for Government</p>
    <p><strong>Appropriate roles</strong>: ${roles}</p>
    <p>Some customers want a second pair of hands.</p>
    <p>${listLead}</p>
    <ul><li><p>${firstBullet}</p></li><li>Bought them from a shop that has left.</li></ul>
    <p>The table lists what to do.</p>
    <table><thead><tr><th>To support:</th><th>Do this:</th></tr></thead><tbody>
      <tr><td><strong>${licenseTitle}</strong></td><td><p>${licenseText}</p></td></tr>
      <tr><td>Usage-based services</td><td>Make a new one.<br>Then cancel the old one.</td></tr>
    </tbody></table>
    <div class="IMPORTANT"><p>Important</p><p>${note}</p></div>
    <h2 id="next">${nextTitle}</h2>
    <ul><li><a href="work-with-others">Work with others</a></li></ul>`;
}

/** A layout with much around the article, all of which changes with `day`. */
export function modernLayout(content: string, day = 1): string {
  return `<!DOCTYPE html><html class="hasSidebar"><head><title>Day ${day}</title>
    <script>window.day = ${day}; document.write("<h2>Next steps</h2>");</script><style>.d${day}{}</style></head>
    <body class="theme-${day}"><div id="cookie-banner-${day}">We use ${day} cookies <button>Accept</button></div>
    <header role="banner"><nav><ul><li>Menu ${day}</li></ul></nav></header>
    <div class="columns"><nav id="affixed-left-container"><h2>Applies to</h2><p>Contents of day ${day}</p></nav>
    <main id="main" role="main" data-day="${day}"><div class="content">
      <div id="article-header"><nav id="article-header-breadcrumbs"><a href="/">Learn ${day}</a></nav>
        <div class="page-action-share"><button>Share ${day}</button></div></div>
      <div id="unauthorized-message-${day}"><p>Access needs authorization ${day}.</p></div>
      ${content.replace(
        '</h1>',
        `</h1><ul class="metadata page-metadata"><li>Article</li><li><time>0${day}/02/2026</time></li>
         <li>${day} contributors</li></ul><p>Last updated on 0${day}/02/2026</p>
         <nav class="doc-outline"><h2>In this article</h2><ol><li>Next steps</li></ol></nav>
         <h2>In this article</h2><ol><li>Part ${day}</li></ol>`,
      )}
      <svg><title>Day ${day}</title></svg>
      <section id="site-user-feedback" class="feedback-section"><h2>Feedback</h2><p>Was it day ${day}?</p></section>
    </div></main><aside class="rail"><h2>Additional resources</h2><p>${day}</p></aside></div>
    <footer class="footer-layout"><p>© ${day}</p></footer></body></html>`;
}

/** A layout of older days: one form around everything, no main element, upper-case tags. */
export function oldLayout(content: string): string {
  return `<HTML><BODY><FORM id="aspnetForm" action="/"><DIV CLASS="toc">Table of contents<UL><LI>See also</UL></DIV>
    <P>Last Updated: 10/20/2016</P>${content}<DIV id="footer">© 2018</DIV></FORM></BODY></HTML>`;
}
