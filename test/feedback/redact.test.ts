import assert from 'node:assert/strict';
import { redact } from '../../src/feedback/redact.js';

describe('A reason is kept without', () => {
  const CUT: Readonly<Record<string, readonly string[]>> = {
    'e-mail addresses': [
      'anna.kovacs+x@contoso.co.uk',
      'jürgen@müller.de',
      'анна@пример.рф',
      'anna@intranet',
      'ａｎｎａ＠contoso.com',
      'mailto:anna@contoso.com',
      'an\u200bna@con\u00adtoso.com',
      "o'neill@contoso.ie",
    ],
    'phone numbers': [
      '+36 30 123 4567',
      '(030) 123-45-67',
      '8 (800) 555-35-35',
      '+7(495)1234567',
      '138 0013 8000',
      '+55 11 91234-5678',
      '１３８００１３８０００',
      '٠١٢٣٤٥٦٧٨٩',
    ],
    GUIDs: [
      '6f9619ff-8b86-d011-b42d-00cf4fc964ff',
      '{6F9619FF-8B86-D011-B42D-00CF4FC964FF}',
      '6f9619ff8b86d011b42d00cf4fc964ff',
    ],
    links: [
      'https://portal.azure.com/#@contoso/resource?x=1',
      'http://10.0.0.1:8080/a',
      'HTTPS://CONTOSO.COM',
      'www.contoso.hu/rolunk',
      'msteams://l/chat',
    ],
    domains: [
      'contoso.onmicrosoft.com',
      'fabrikam.cn',
      'contoso.partner.onmschina.cn',
      'contoso.com/path',
      'fabrikam.co.za',
      'contoso.shop',
      'Fabrikam.PT',
      'dc01.contoso.lan',
      'фабрикам.рус',
      'contoso。com',
      'contoso．com',
      'contoso[.]com',
      'contoso (dot) hu',
    ],
    'long numbers': ['1234567', '0012345678901234', '123456'],
    'IP addresses': ['10.1.2.3', '192.168.0.1:443', '10.0.0.0/8', '2001:db8:0:1:1:1:1:1', 'fe80::1', '::1'],
    mentions: ['@anna', '@Anna Kovács', '<at>Anna Kovács</at>', '<at id="1">Anna</at>', '＠张伟'],
  };
  for (const [what, examples] of Object.entries(CUT)) {
    for (const example of examples) {
      it(`${what}: ${JSON.stringify(example)}`, () => {
        assert.equal(redact(`ask ${example} about it`), 'ask […] about it');
        assert.equal(redact(example), '[…]');
      });
    }
  }

  it('any of them, beside Chinese without spaces', () => {
    assert.equal(
      redact('请联系anna@contoso.com，电话13800138000，租户contoso.onmicrosoft.com不对'),
      '请联系[…]，电话[…]，租户[…]不对',
    );
  });

  it('characters that cannot be seen, lines and tabs', () => {
    assert.equal(redact(' a\r\n\tb\u2028c\0d\u202ee\u0007 \ud800'), 'a b c de');
  });

  it('more than 500 characters, however much there was', () => {
    assert.equal(redact('words'.repeat(10_000)).length, 500);
    const cut = redact(`${'x'.repeat(499)}😀`);
    assert.equal(cut, 'x'.repeat(499));
  });

  it('what an address beyond the end would have been', () => {
    const reason = redact(`${'x '.repeat(245)}anna.kovacs@contoso.com`);
    assert.ok(!reason.includes('anna'));
  });
});

describe('A reason keeps', () => {
  const KEPT = [
    'The customer has an EA, so 2026-11 is wrong: see 2019-03 / 2020-06.',
    'Since 2026-11-21 it is different; until 21.11.2026 or 01/09/2024 it was not.',
    'Microsoft 365 E3, 25 seats, 0145P, 36 months, 10000 USD, at 12:30',
    'Не тот ответ: партнёр косвенный, а не прямой.',
    '客户在中国，由世纪互联运营。',
    'Azure Plan: usage-based (CSP), not “legacy”',
    'It is wrong.The plan ends in May, e.g. on the 4th, i.e. too late (cf. no. 12 vs. no. 3).',
    'Az EA kb. 3 évig él, ill. a CSP is. Ez pl. rossz.',
    '不对。因为客户在中国。com 不是问题',
    '',
  ];
  for (const reason of KEPT) it(JSON.stringify(reason), () => assert.equal(redact(reason), reason));
});

describe('Redacting', () => {
  it('comes to an end with long lines of any kind', () => {
    for (const part of [
      'a',
      '1',
      '1 ',
      'a.',
      'a@',
      ':',
      '(',
      'f:',
      '<at>',
      'a-',
      '@A ',
      '汉',
      'http://',
      '+',
    ]) {
      assert.ok(redact(part.repeat(50_000)).length <= 500);
    }
  });

  it('twice is the same as once', () => {
    for (const reason of ['call +36 30 123 4567 or a@b.hu', 'x@y '.repeat(300)]) {
      assert.equal(redact(redact(reason)), redact(reason));
    }
  });
});
