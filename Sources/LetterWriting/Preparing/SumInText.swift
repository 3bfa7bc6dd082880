/// Looks for a sum of money or a share in a text: a number beside a sign or a name of money.
enum SumInText {
    /// - Complexity: O(n) in the characters of the text.
    static func isNamed(in text: String) -> Bool {
        let tokens = tokens(of: text)
        return tokens.indices.contains { index in
            guard isNumber(tokens[index]) else { return false }
            let after = tokens.dropFirst(index + 1).prefix(2)
            let isBefore = index > 0 && (isSign(tokens[index - 1]) || isCode(tokens[index - 1]))
            return isBefore || after.first.map { isSign($0) || isCode($0) || isName($0) } ?? false
                || namesOfTwoWords.contains(Array(after))
        }
    }

    private enum Token: Hashable {
        case number
        case word(String)
        case sign(Character)
    }

    /// The text in numbers, words and signs; spaces, and what parts the digits of a number, are none.
    private static func tokens(of text: String) -> [Token] {
        var tokens: [Token] = []
        var word = ""
        func endWord(_ tokens: inout [Token]) {
            if !word.isEmpty { tokens.append(.word(word)) }
            word = ""
        }
        for character in text.lowercased() {
            if character.isLetter {
                word.append(character)
                continue
            }
            endWord(&tokens)
            if character.isNumber {
                if tokens.last != .number { tokens.append(.number) }
            } else if tokens.last != .number || !separators.contains(character), !character.isWhitespace {
                tokens.append(.sign(character))
            }
        }
        endWord(&tokens)
        return tokens
    }

    private static let separators: Set<Character> = [",", ".", "'", "’"]

    private static func isNumber(_ token: Token) -> Bool {
        switch token {
        case .number: true
        case .word(let word): numbers.contains(word)
        case .sign: false
        }
    }

    private static func isSign(_ token: Token) -> Bool {
        if case .sign(let sign) = token { sign.isCurrencySymbol || sign == "%" } else { false }
    }

    private static func isCode(_ token: Token) -> Bool {
        if case .word(let word) = token { codes.contains(word) } else { false }
    }

    private static func isName(_ token: Token) -> Bool {
        if case .word(let word) = token { names.contains(word) } else { false }
    }

    private static let codes: Set<String> = ["eur", "chf", "usd", "gbp"]

    /// The last word of a number; "un franc succès" has none.
    private static let numbers: Set<String> = [
        "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
        "quatorze", "quinze", "seize", "vingt", "vingts", "trente", "quarante", "cinquante", "soixante",
        "cent", "mille", "two", "three", "four", "five", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty",
        "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "thousand",
    ]

    /// "Livre" is not among them: a book is one, too.
    private static let names: Set<String> = [
        "euro", "euros", "centime", "centimes", "cent", "cents", "franc", "francs", "dollar", "dollars",
        "pound", "pounds", "percent", "pourcent",
    ]

    private static let namesOfTwoWords: Set<[Token]> = [
        [.word("livre"), .word("sterling")], [.word("livres"), .word("sterling")],
        [.word("pour"), .word("cent")], [.word("per"), .word("cent")],
    ]
}
