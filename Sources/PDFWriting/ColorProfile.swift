/// The colour space sRGB as an ICC profile.
///
/// PDF/A says what its greys and colours mean by such a profile. It is computed here, so no profile of somebody
/// else's lies in the file: a matrix, one curve for the three colours, and the change from D65 to D50.
///
/// - Source: ICC.1:2004-10 (version 4.2); IEC 61966-2-1 for the primaries and the curve.
enum ColorProfile {
    static let name = "sRGB IEC61966-2.1"
    /// Red, green and blue.
    static let components = 3

    /// The whole profile, under a kilobyte.
    static let bytes = profile()

    /// A number with 16 bits before the point and 16 behind it.
    private typealias Fixed = UInt32

    private static func profile() -> [UInt8] {
        let curve = element("para", [0x0003_0000, 0x2_6666, 0xF2A7, 0xD59, 0x13D0, 0xA5B])
        let tags: [(name: StaticString, content: [UInt8])] = [
            ("desc", text("sRGB")),
            ("cprt", text("No copyright, use freely")),
            ("wtpt", element("XYZ ", [0xF6D6, 0x1_0000, 0xD32D])),
            (
                "chad",
                element(
                    "sf32",
                    [
                        0x1_0C42, 0x5DE, 0xFFFF_F325, 0x793, 0xFD90, 0xFFFF_FBA1, 0xFFFF_FDA3, 0x3DC,
                        0xC06E,
                    ])
            ),
            ("rXYZ", element("XYZ ", [0x6FA2, 0x38F5, 0x390])),
            ("gXYZ", element("XYZ ", [0x6299, 0xB785, 0x18DA])),
            ("bXYZ", element("XYZ ", [0x24A0, 0xF84, 0xB6CF])),
            ("rTRC", curve), ("gTRC", []), ("bTRC", []),
        ]
        var table = ByteBuffer()
        var contents = ByteBuffer()
        let start = 128 + 4 + tags.count * 12
        var last = (offset: 0, size: 0)
        table.append(bigEndian: tags.count, width: 4)
        for tag in tags {
            // A tag without content of its own shares the one before it.
            if !tag.content.isEmpty {
                last = (start + contents.count, tag.content.count)
                contents.append(tag.content)
                while !contents.count.isMultiple(of: 4) { contents.append(0) }
            }
            table.append(tag.name)
            table.append(bigEndian: last.offset, width: 4)
            table.append(bigEndian: last.size, width: 4)
        }
        var whole = header(size: start + contents.count)
        whole.append(table.bytes)
        whole.append(contents.bytes)
        return whole.bytes
    }

    private static func header(size: Int) -> ByteBuffer {
        var header = ByteBuffer(capacity: size)
        header.append(bigEndian: size, width: 4)
        header.append(bigEndian: 0, width: 4)
        header.append(bigEndian: 0x0420_0000, width: 4)
        header.append("mntrRGB XYZ ")
        // The day the profile was made: 1 January 2026, always.
        for part in [2026, 1, 1, 0, 0, 0] { header.append(bigEndian: part, width: 2) }
        header.append("acsp")
        header.append([UInt8](repeating: 0, count: 28))
        for part in [0xF6D6, 0x1_0000, 0xD32D] { header.append(bigEndian: part, width: 4) }
        header.append([UInt8](repeating: 0, count: 48))
        return header
    }

    private static func element(_ kind: StaticString, _ numbers: [Fixed]) -> [UInt8] {
        var element = ByteBuffer()
        element.append(kind)
        element.append(bigEndian: 0, width: 4)
        for number in numbers { element.append(bigEndian: Int(number), width: 4) }
        return element.bytes
    }

    /// A text in English, as `multiLocalizedUnicodeType`.
    private static func text(_ text: String) -> [UInt8] {
        var element = ByteBuffer()
        element.append("mluc")
        for number in [0, 1, 12] { element.append(bigEndian: number, width: 4) }
        element.append("enUS")
        element.append(bigEndian: text.utf16.count * 2, width: 4)
        element.append(bigEndian: 28, width: 4)
        for unit in text.utf16 { element.append(bigEndian: Int(unit), width: 2) }
        return element.bytes
    }
}
