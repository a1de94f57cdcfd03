/** The locales of an Accept-Language header, the most wanted first. Whatever is not understood is left out. */
export function acceptedLocales(header: string | undefined): readonly string[] {
  return (header ?? '')
    .slice(0, 1000)
    .split(',')
    .map((part) => {
      const [locale = '', ...parameters] = part.split(';').map((piece) => piece.trim());
      const quality = parameters.find((parameter) => parameter.startsWith('q='));
      return { locale, weight: quality === undefined ? 1 : Number(quality.slice(2)) };
    })
    .filter(({ locale, weight }) => /^[A-Za-z]/.test(locale) && weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ locale }) => locale);
}
