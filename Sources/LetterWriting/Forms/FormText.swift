public import ContactRouting

/// The person's own words, as a field of a form takes them.
public enum FormText {
    /// What happened, in the person's words: line ends kept, control and invisible characters refused.
    ///
    /// - Returns: nil when the case tells nothing.
    /// - Throws: `LetterError.textTooLong`, `.controlCharacter` for `issue.description`.
    public static func description(of facts: ContactCase) throws(LetterError) -> String? {
        let text = try DescriptionText.normalised(facts.issue.description)
        return text?.replacing(String(dataLineBreak), with: "\n")
    }
}
