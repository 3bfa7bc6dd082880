extension PDFRule {
    /// Fonts: embedded, measured, readable.
    static let fontRules = [
        PDFRule("font-kind", "A 6.2.11.3.3, M 31-006") { checked in
            checked.fonts.compactMap { font in
                let isComposite =
                    font.font["Subtype"] == .name("Type0") && font.font["Encoding"] == .name("Identity-H")
                    && checked.file.resolve(font.font["DescendantFonts"])?.array?.count == 1
                return isComposite && font.descendant["Subtype"] == .name("CIDFontType2")
                    ? nil : "font \(font.number) is not a composite TrueType font with Identity-H"
            }
        },
        PDFRule("font-glyph-map", "A 6.2.11.3.2, M 31-004, M 31-005") { checked in
            checked.fonts.filter { $0.descendant["CIDToGIDMap"] != .name("Identity") }
                .map { "font \($0.number) does not say that codes are glyphs" }
        },
        PDFRule("font-collection", "ISO 32000 9.7.3") { checked in
            checked.fonts.compactMap { font in
                let system = font.descendant["CIDSystemInfo"]?.dictionary ?? [:]
                return system["Registry"]?.text == "Adobe" && system["Ordering"]?.text == "Identity"
                    && system["Supplement"] == .integer(0)
                    ? nil : "font \(font.number) has another collection"
            }
        },
        PDFRule("font-embedded", "A 6.2.11.4.1, M 31-009") { checked in
            checked.fonts.filter { $0.program == nil }.map { "font \($0.number) has no readable program" }
        },
        PDFRule("font-program-length", "ISO 32000 9.9") { checked in
            checked.fonts.compactMap { font in
                let length = font.descriptor["FontFile2"]?.reference.flatMap {
                    checked.file.objects[$0]?["Length1"]
                }
                return length == font.program.map { .integer($0.bytes.count) }
                    ? nil : "the program of font \(font.number) has another length than it says"
            }
        },
        PDFRule("font-names", "ISO 32000 9.6.4, 9.7.6") { checked in
            checked.fonts.compactMap { font in
                let name = font.font["BaseFont"]?.name ?? ""
                let isSubset = name.wholeMatch(of: /[A-Z]{6}\+[A-Za-z0-9-]+/) != nil
                let agrees = [font.descendant["BaseFont"], font.descriptor["FontName"]].allSatisfy {
                    $0 == .name(name)
                }
                return isSubset && agrees ? nil : "font \(font.number) has no one name of a subset"
            }
        },
        PDFRule("font-flags", "ISO 32000 9.8.2") { checked in
            checked.fonts.compactMap { font in
                let flags = font.descriptor["Flags"]?.integer ?? 0
                return (flags & 4 != 0) != (flags & 32 != 0)
                    ? nil : "font \(font.number) is symbolic and not, or neither"
            }
        },
        PDFRule("font-descriptor", "ISO 32000 9.8.1") { checked in
            checked.fonts.flatMap { font in
                ["FontBBox", "ItalicAngle", "Ascent", "Descent", "CapHeight", "StemV"]
                    .filter { font.descriptor[$0] == nil }.map {
                        "font \(font.number) does not state its \($0)"
                    }
            }
        },
        // No CIDSet: it would have to name every glyph of the program.
        PDFRule("font-entries", "A 6.2.11.4.2, M 31-014, M 31-015") { checked in
            checked.fonts.flatMap { font in
                unknown(
                    font.descriptor,
                    but: [
                        "Type", "FontName", "Flags", "FontBBox", "ItalicAngle", "Ascent", "Descent",
                        "CapHeight", "StemV", "FontFile2",
                    ], in: "the descriptor of font \(font.number)")
            }
        },
        PDFRule("font-types", "A 6.2.11.2") { checked in
            checked.fonts.compactMap { font in
                let isTyped =
                    [font.font, font.descendant].allSatisfy { $0["Type"] == .name("Font") }
                    && font.descriptor["Type"] == .name("FontDescriptor")
                return isTyped ? nil : "font \(font.number) does not say its type"
            }
        },
        PDFRule("font-widths", "A 6.2.11.5, M 31-016") { checked in
            checked.fonts.compactMap { font in
                let wrong = font.used.union(font.widths.keys).filter { glyph in
                    guard let width = font.widths[glyph], let own = font.program?.width(of: glyph) else {
                        return true
                    }
                    return abs(Double(width) - own) > 1
                }
                return wrong.isEmpty
                    ? nil : "font \(font.number) has another width for glyphs \(wrong.sorted().prefix(5))"
            }
        },
        PDFRule("font-glyphs", "A 6.2.11.4.1, M 31-011") { checked in
            checked.fonts.compactMap { font in
                let missing = font.used.filter { glyph in
                    let isSpace = font.texts?[glyph]?.allSatisfy(\.isWhitespace) ?? false
                    return font.program?.hasOutline(glyph) != true && !isSpace
                }
                return missing.isEmpty
                    ? nil : "font \(font.number) lacks glyphs \(missing.sorted().prefix(5))"
            }
        },
        PDFRule("no-missing-glyph", "A 6.2.11.8, M 31-030") { checked in
            checked.fonts.filter { $0.used.contains(0) }.map {
                "font \($0.number) shows its sign for a missing glyph"
            }
        },
        PDFRule("font-texts", "A 6.2.11.7.2, M 10-001, M 31-027") { checked in
            checked.fonts.compactMap { font in
                let missing = font.used.filter { font.texts?[$0]?.isEmpty ?? true }
                return missing.isEmpty
                    ? nil : "font \(font.number) has no text for glyphs \(missing.sorted().prefix(5))"
            }
        },
        PDFRule("font-text-values", "A 6.2.11.7.2, 6.2.11.7.3, M 31-028, M 31-029") { checked in
            checked.fonts.compactMap { font in
                let scalars = (font.texts ?? [:]).values.flatMap(\.unicodeScalars)
                return scalars.allSatisfy(isReadable)
                    ? nil : "font \(font.number) maps a glyph to a code point that says nothing"
            }
        },
    ]

    private static func isReadable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0, 0xFEFF, 0xFFFE, 0xFFFF, 0xE000...0xF8FF, 0xF_0000...: false
        default: true
        }
    }
}
