public import ContactRouting

/// The person's own words, as a field of a form takes them.
public enum FormText {
    /// What happened, in the person's words: line ends kept, control characters and turned directions refused.
    ///
    /// - Returns: nil when the case tells nothing.
    /// - Throws: `LetterError.textTooLong`, `.controlCharacter` for `issue.description`.
    public static func description(of facts: ContactCase) throws(LetterError) -> String? {
        let text = try DescriptionText.normalised(facts.issue.description)
        // Marks that turn the direction would show the words around them otherwise than they are.
        if let text, text.unicodeScalars.contains(where: Self.turnsDirection) {
            throw .controlCharacter(field: "issue.description")
        }
        return text?.replacing(String(dataLineBreak), with: "\n")
    }

    private static func turnsDirection(_ scalar: Unicode.Scalar) -> Bool {
        (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }
}
