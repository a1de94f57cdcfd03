/** Web Chat's own style options: everything around the card is quieter than the card. */
import { hostConfig } from './hostconfig.js';

const INK = {
  light: {
    page: '#f6f6f9',
    bubble: '#ffffff',
    line: '#e3e3ea',
    text: '#1f1f24',
    subtle: '#595962',
    accent: '#4a4db0',
    own: '#e6e6fa',
    hover: '#ececf3',
    error: '#a8211a',
    errorPaper: '#fce9e7',
  },
  dark: {
    page: '#1a1a1e',
    bubble: '#26262b',
    line: '#3d3d46',
    text: '#f2f2f5',
    subtle: '#b9b9c4',
    accent: '#b3b6ff',
    own: '#34355a',
    hover: '#34343c',
    error: '#ffaba3',
    errorPaper: '#462827',
  },
};

/** The mark behind a link that leads away; Web Chat's own is black in the dark as well. */
function linkMark(color) {
  const path = 'M5.5 2.5h-2a1 1 0 0 0-1 1v7a1 1 0 0 0 1 1h7a1 1 0 0 0 1-1v-2M8 2.5h3.5V6M11.5 2.5 6.5 7.5';
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 14 14">` +
    `<path d="${path}" fill="none" stroke="${color}" stroke-linecap="round"/></svg>`;
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`;
}

/** What is not sent yet is kept and sent again by the page, so Web Chat need not give it up: it does so after 300 s. */
const SEND_TIMEOUT_MS = 300_000;

export function look(theme) {
  const ink = INK[theme];
  const cards = hostConfig(theme);
  const styleOptions = {
    accent: ink.accent,
    subtle: ink.subtle,
    backgroundColor: ink.page,
    primaryFont: cards.fontFamily,
    fontSizeSmall: '13px',
    paddingRegular: 12,
    paddingWide: 16,
    bubbleMinWidth: 0,
    bubbleMaxWidth: 560,
    bubbleBackground: ink.bubble,
    bubbleBorderColor: ink.line,
    bubbleBorderRadius: 12,
    bubbleTextColor: ink.text,
    bubbleFromUserBackground: ink.own,
    bubbleFromUserBorderColor: ink.own,
    bubbleFromUserBorderRadius: 12,
    bubbleFromUserTextColor: ink.text,
    showAvatarInGroup: 'sender',
    cardEmphasisBackgroundColor: cards.containerStyles.emphasis.backgroundColor,
    cardPushButtonBackgroundColor: cards.containerStyles.accent.backgroundColor,
    cardPushButtonTextColor: ink.text,
    // None: an answer such as "8)" stays what was typed.
    emojiSet: {},
    markdownExternalLinkIconImage: linkMark(ink.subtle),
    hideUploadButton: true,
    // The page itself leads to what is new.
    scrollToEndButtonBehavior: false,
    sendTimeout: SEND_TIMEOUT_MS,
    sendBoxBackground: ink.bubble,
    sendBoxTextColor: ink.text,
    sendBoxPlaceholderColor: ink.subtle,
    sendBoxBorderTop: 'none',
    sendBoxHeight: 48,
    // A mail has lines, and is read by them.
    sendBoxTextWrap: true,
    sendBoxButtonColor: ink.accent,
    sendBoxButtonColorOnDisabled: ink.subtle,
    sendBoxButtonShadeColorOnHover: ink.hover,
    sendBoxButtonShadeColorOnActive: ink.own,
    sendBoxButtonShadeColorOnDisabled: 'transparent',
    sendBoxButtonShadeBorderRadius: 10,
    sendBoxButtonKeyboardFocusIndicatorBorderColor: ink.accent,
    sendBoxButtonKeyboardFocusIndicatorBorderRadius: 8,
    sendBoxButtonKeyboardFocusIndicatorBorderWidth: 2,
    timestampColor: ink.subtle,
    notificationText: ink.subtle,
    failedConnectivity: ink.error,
    toastErrorBackgroundColor: ink.errorPaper,
    toastErrorColor: ink.error,
    toastInfoBackgroundColor: ink.own,
    toastInfoColor: ink.text,
    toastWarnBackgroundColor: cards.containerStyles.warning.backgroundColor,
    toastWarnColor: ink.text,
    toastSeparatorColor: ink.line,
    transcriptVisualKeyboardIndicatorColor: ink.accent,
    transcriptActivityVisualKeyboardIndicatorColor: ink.accent,
    transcriptActivityVisualKeyboardIndicatorStyle: 'solid',
    transcriptActivityVisualKeyboardIndicatorWidth: 2,
  };
  return { styleOptions, adaptiveCardsHostConfig: cards };
}
