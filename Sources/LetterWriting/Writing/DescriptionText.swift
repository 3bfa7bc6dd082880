import ContactRouting

/// The person's own words, made fit for a paragraph.
enum DescriptionText {
    /// Longest description, in characters: about two pages.
    static let charactersMax = 6_000

    /// Keeps the person's line breaks as breaks inside one paragraph; nil when nothing but spaces is there.
    ///
    /// - Throws: `LetterError.textTooLong`, `.controlCharacter` for control characters but tabs and line ends, and for invisible ones.
    static func normalised(_ description: Private<String>?) throws(LetterError) -> String? {
        guard let text = description?.reveal() else { return nil }
        // A text has at most as many characters as bytes, and bytes need not be cut into characters.
        guard text.utf8.count <= charactersMax || text.count <= charactersMax else {
            throw .textTooLong(
                field: "issue.description", characters: text.count, charactersMax: charactersMax)
        }
        if !text.unicodeScalars.contains(where: isControl) {
            let trimmed = text.trimming(" ")
            return trimmed.isEmpty ? nil : trimmed
        }
        var lines = [""]
        for character in text {
            if character == "\n" || character == "\r\n" || character == "\r" {
                lines.append("")
            } else if character == "\t" {
                lines[lines.count - 1].append(" ")
            } else if character.unicodeScalars.contains(where: isControl) {
                throw .controlCharacter(field: "issue.description")
            } else {
                lines[lines.count - 1].append(character)
            }
        }
        let kept = lines.map { $0.trimming(" ") }.filter { !$0.isEmpty }
        return kept.isEmpty ? nil : kept.joined(separator: String(dataLineBreak))
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool { scalar.isControl || scalar.isInvisible }
}
