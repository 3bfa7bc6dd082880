/// Which characters no text of a case may hold: the one rule for names, lines and descriptions.
extension Unicode.Scalar {
    /// C0, DEL, C1, and the line and paragraph separators of Unicode; line feeds and tabs are among them.
    public var isControl: Bool {
        switch value {
        case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029: true
        default: false  // tidy-allow: code points, not an enum of ours
        }
    }

    /// Shows nothing, but hides in a text or turns the direction of others, so that it reads otherwise than it is.
    ///
    /// Joiners and variation selectors are none: emoji and some scripts are written with them.
    public var isInvisible: Bool {
        switch value {
        case 0..<0xAD: false
        case 0xAD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0x200B, 0x200E, 0x200F,
            0x202A...0x202E, 0x2060...0x206F, 0x3164, 0xFEFF, 0xFFA0, 0xFFF9...0xFFFB, 0xE0000...0xE0FFF:
            true
        default: false  // tidy-allow: code points, not an enum of ours
        }
    }
}
