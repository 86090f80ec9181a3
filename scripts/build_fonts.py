#!/usr/bin/python3
"""Builds the program's fonts: subset, composites flattened, one table of widths each.

    build_fonts.py OUT_FOLDER NAME=SOURCE.ttf...

libharu 2.3.0 drops nested composite glyphs without a word and embeds the tables it does not
need, so the fonts are made small and flat once, here. It also looks up every character there
could be, one stretch of the cmap after the other, so the cmap has few stretches. The same
sources give the same bytes.

NAME.widths, all numbers big-endian: "UGW1", units per em (16 bits), then for every character
of the font in rising order its code point and its advance width (16 bits each).
"""
import struct
import sys
from pathlib import Path

from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.DefaultTable import DefaultTable

# What the text fonts are asked for: scripts written from left to right without shaping.
TEXT = [
    (0x0020, 0x007E), (0x00A0, 0x024F),  # Latin, Latin-1, Extended-A, Extended-B
    (0x02B9, 0x02DD), (0x0300, 0x036F),  # modifier letters, combining marks
    (0x0370, 0x052F), (0x1E00, 0x1FFF),  # Greek, Cyrillic, Latin Additional, Greek Extended
    (0x2000, 0x218F),  # punctuation, super- and subscripts, currency, letterlike, fractions
    (0x2190, 0x22FF), (0x2C60, 0x2C7F), (0xA720, 0xA7FF), (0xFB00, 0xFB06),
]

# What the fallback font is not asked for: shaped or right-to-left scripts, private use,
# surrogates, variation selectors.
NOT_PLAIN = [
    (0x0000, 0x001F), (0x007F, 0x009F), (0x00AD, 0x00AD), (0x0590, 0x109F),
    (0x1700, 0x18AF), (0x1900, 0x1CFF), (0x200B, 0x200F), (0x2028, 0x202E),
    (0x2060, 0x206F), (0xD800, 0xF8FF), (0xFB1D, 0xFEFF), (0xFFF9, 0xFFFC),
]
FALLBACK = "DejaVuSans"

# Characters without a glyph that one stretch of the cmap may bridge, two bytes each.
WIDEST_GAP = 1024


def inside(character, ranges):
    return any(first <= character <= last for first, last in ranges)


def wanted(name, character):
    if character > 0xFFFF or inside(character, NOT_PLAIN):
        return False
    return name == FALLBACK or inside(character, TEXT)


def subset(font, characters):
    options = Options()
    options.hinting = False
    options.layout_features = []
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "kern", "DSIG", "FFTM", "STAT", "MATH"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)


def flatten(font):
    glyphs, table = font.getGlyphSet(), font["glyf"]
    flat = {}
    for name in font.getGlyphOrder():
        if table[name].isComposite():
            recording, pen = DecomposingRecordingPen(glyphs), TTGlyphPen(None)
            glyphs[name].draw(recording)
            recording.replay(pen)
            flat[name] = pen.glyph()
    for name, glyph in flat.items():
        table[name] = glyph


def stretches(characters):
    """First and last of each, in rising order, and the end mark that the format asks for."""
    found = []
    for character in sorted(characters):
        if found and character - found[-1][1] <= WIDEST_GAP:
            found[-1][1] = character
        else:
            found.append([character, character])
    return found + [[0xFFFF, 0xFFFF]]


def cmap(font):
    """A whole cmap table of one subtable: Windows, Unicode, format 4 (OpenType, cmap)."""
    glyphs = {c: font.getGlyphID(name) for c, name in font.getBestCmap().items()}
    found, listed, offsets = stretches(glyphs), [], []
    for i, (first, last) in enumerate(found):
        offsets.append(2 * (len(found) - i + len(listed)))
        listed += [glyphs.get(c, 0) for c in range(first, last + 1)]
    count, power = len(found), 1 << len(found).bit_length() - 1
    body = [2 * count, 2 * power, power.bit_length() - 1, 2 * (count - power)]
    body += [last for _, last in found] + [0] + [first for first, _ in found]
    body += [0] * count + offsets + listed
    subtable = struct.pack(f">{3 + len(body)}H", 4, 2 * (3 + len(body)), 0, *body)
    return struct.pack(">HHHHL", 0, 1, 3, 1, 12) + subtable


def replace_cmap(file):
    font = TTFont(file, recalcTimestamp=False)
    table = DefaultTable("cmap")
    table.data = cmap(font)
    font["cmap"] = table
    font.save(file, reorderTables=True)


def widths(font):
    advances = font["hmtx"]
    rows = [struct.pack(">4sH", b"UGW1", font["head"].unitsPerEm)]
    for character, glyph in sorted(font.getBestCmap().items()):
        rows.append(struct.pack(">HH", character, advances[glyph][0]))
    return b"".join(rows)


def build(name, source, folder):
    font = TTFont(source, recalcTimestamp=False)
    subset(font, [c for c in font.getBestCmap() if wanted(name, c)])
    flatten(font)
    font.save(folder / f"{name}.ttf", reorderTables=True)
    (folder / f"{name}.widths").write_bytes(widths(TTFont(folder / f"{name}.ttf")))
    replace_cmap(folder / f"{name}.ttf")


def main():
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for pair in sys.argv[2:]:
        name, source = pair.split("=", 1)
        build(name, source, folder)


if __name__ == "__main__":
    main()
