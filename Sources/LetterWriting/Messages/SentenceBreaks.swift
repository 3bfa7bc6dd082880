internal import ContactRouting

/// Divides the person's own words into sentences, at the ends that can be told.
enum SentenceBreaks {
    /// Most letters that make an abbreviation or an initial, such as `M.` and `Mme.`, when a full stop follows.
    private static let abbreviationLettersMax = 3

    /// One list of sentences for each line of the text.
    ///
    /// - Parameter whole: values that stay together where they occur.
    static func lines(of text: String, field: String, whole: [String]) -> [[MessageSentence]] {
        text.split(separator: "\n").map { line in
            sentences(of: String(line)).map {
                MessageSentence(words: $0, field: field, whole: whole)
            }
        }
    }

    static func sentences(of line: String) -> [String] {
        var sentences: [String] = []
        var words: [Substring] = []
        let all = line.split(separator: " ")
        for (index, word) in all.enumerated() {
            words.append(word)
            let next = index + 1 < all.count ? all[index + 1] : nil
            if ends(word, before: next) {
                sentences.append(words.joined(separator: " "))
                words = []
            }
        }
        if !words.isEmpty { sentences.append(words.joined(separator: " ")) }
        return sentences
    }

    private static func ends(_ word: Substring, before next: Substring?) -> Bool {
        guard let next else { return true }
        let core = word.reversed().drop { ")»”\"’\u{A0}".contains($0) }
        guard let end = core.first, ".!?…".contains(end) else { return false }
        guard next.first?.isLowercase != true, next != "»", next != "!", next != "?" else { return false }
        let letters = core.dropFirst()
        return end != "." || letters.count > abbreviationLettersMax || !letters.allSatisfy(\.isLetter)
    }
}
