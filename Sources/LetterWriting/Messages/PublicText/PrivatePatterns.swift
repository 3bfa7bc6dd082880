/// What in a text looks like a private fact, whoever's it is.
struct PrivatePatterns {
    let found: Set<PrivateFact>

    init(_ text: String) {
        let words = Self.words(of: text)
        let groups = NumberGroup.groups(in: text)
        var found: Set<PrivateFact> = []
        if words.contains(where: Self.isEmail) { found.insert(.email) }
        if Self.holdsAddress(words) { found.insert(.address) }
        if groups.contains(where: \.holdsPhone) { found.insert(.phone) }
        if groups.contains(where: \.holdsCard) { found.insert(.cardNumber) }
        if groups.contains(where: \.holdsOrderNumber) { found.insert(.orderNumber) }
        if IBANSearch.finds(in: text) { found.insert(.iban) }
        self.found = found
    }

    private static func words(of text: String) -> [Substring] {
        text.split { $0.isWhitespace || ",;:()[]<>\"«»“”".contains($0) }
    }

    /// A text on both sides of one `@`, and a dot in the second.
    private static func isEmail(_ word: Substring) -> Bool {
        let sides = word.split(omittingEmptySubsequences: false) { $0 == "@" || $0 == "＠" }
        guard sides.count == 2, let last = sides[0].last, last.isLetter || last.isNumber else { return false }
        let labels = sides[1].split(separator: ".")
        return labels.count > 1 && labels.allSatisfy { $0.first.map { $0.isLetter || $0.isNumber } ?? false }
    }

    /// A number before the word for a street, or a postcode before a town.
    private static func holdsAddress(_ words: [Substring]) -> Bool {
        words.indices.dropLast().contains { index in
            let word = words[index]
            guard let first = word.first, first.isNumber else { return false }
            var next = index + 1
            if repetitions.contains(words[next].lowercased()) { next += 1 }
            guard next < words.count else { return false }
            let follower = words[next]
            if word.count <= 5, streets.contains(follower.lowercased().trimmingDot) { return true }
            return word.count == 5 && word.allSatisfy { $0.digit != nil } && isTown(follower)
        }
    }

    private static func isTown(_ word: Substring) -> Bool {
        word.count > 1 && word.first?.isUppercase == true && !currencies.contains(word.uppercased())
    }

    private static let repetitions: Set<String> = ["bis", "ter", "quater"]
    private static let currencies: Set<String> = ["EUR", "EURO", "EUROS"]
    private static let streets: Set<String> = [
        "rue", "avenue", "av", "boulevard", "bd", "bld", "chemin", "impasse", "allée", "allee", "allées",
        "quai",
        "route", "cours", "square", "passage", "lotissement", "résidence", "faubourg", "ruelle", "sentier",
        "esplanade", "villa", "cité", "hameau",
    ]
}

extension String {
    fileprivate var trimmingDot: String { hasSuffix(".") ? String(dropLast()) : self }
}
