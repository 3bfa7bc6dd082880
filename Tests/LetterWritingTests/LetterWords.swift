import ContactRouting
import Glibc
import LetterTestSupport
import Testing
import Typesetting

@testable import LetterWriting

extension LetterPlan {
    /// Whether there is a contact besides the one that a reminder recalls in its own sentence.
    var tellsContacts: Bool { contacts.contains { $0 != recalled } }
}

/// What a letter says, for tests that search it: its words alone, each space an ordinary one, a paragraph a line.
enum LetterWords {
    static func of(_ letter: Letter) -> String {
        var lines: [String] = []
        for entry in letter.document.entries {
            switch entry.block {
            case .paragraph(let inlines): lines.append(words(inlines))
            case .list(_, let items): lines += items.map(words)
            case .subject(let text), .heading(let text): lines.append(text)
            case .enclosures(let title, let items): lines += [title] + items
            default: break
            }
        }
        return plain(lines.joined(separator: "\n"))
    }

    /// Each space an ordinary one.
    static func plain(_ text: String) -> String {
        text.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
    }

    private static func words(_ inlines: [Typesetting.Inline]) -> String {
        inlines.map { inline in
            switch inline {
            case .regular(let text), .bold(let text): text
            case .lineBreak: "\n"
            }
        }.joined()
    }

    /// The articles that a text cites: its numbers beside "L.", or in a clause that begins with "article".
    static func articles(in text: String) -> Set<LetterArticle> {
        let bytes = Array(text.utf8)
        let candidates = LetterArticle.allCases.filter { holds(text, $0.number) }
        var found: Set<LetterArticle> = []
        for article in candidates where article.code == .consumer {
            if occurs(article.number, in: bytes[...]) { found.insert(article) }
        }
        for clause in clauses(of: bytes) {
            for article in candidates where article.code != .consumer {
                // The only numbers below a hundred that letters cite are those of the regulation.
                if occurs(article.number, in: clause) { found.insert(article) }
            }
        }
        return found
    }

    /// What follows each "article" or "articles", as far as numbers, commas, "et" and "and" go.
    private static func clauses(of text: [UInt8]) -> [ArraySlice<UInt8>] {
        var clauses: [ArraySlice<UInt8>] = []
        for start in places(of: "rticle", in: text[...]) {
            var at = start + 6
            if at < text.count, text[at] == UInt8(ascii: "s") { at += 1 }
            let first = at
            while at < text.count, isOfList(text, at) { at += 1 }
            clauses.append(text[first..<at])
        }
        return clauses
    }

    private static func isOfList(_ text: [UInt8], _ at: Int) -> Bool {
        switch text[at] {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: " "), UInt8(ascii: ","), UInt8(ascii: "-"),
            UInt8(ascii: "e"), UInt8(ascii: "t"), UInt8(ascii: "a"), UInt8(ascii: "n"), UInt8(ascii: "d"):
            true
        default: false
        }
    }

    /// Whether the number stands there by itself, not inside a longer one.
    private static func occurs(_ number: String, in text: ArraySlice<UInt8>) -> Bool {
        places(of: number, in: text).contains { start in
            let end = start + number.utf8.count
            if start > text.startIndex, isDigit(text[start - 1]) || text[start - 1] == UInt8(ascii: "-") {
                return false
            }
            guard end < text.endIndex else { return true }
            let continues =
                text[end] == UInt8(ascii: "-") && end + 1 < text.endIndex && isDigit(text[end + 1])
            return !isDigit(text[end]) && !continues
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    /// Whether the text holds the words; quick, since the product test asks it very often.
    static func holds(_ text: String, _ words: String) -> Bool {
        text.withCString { text in words.withCString { strstr(text, $0) != nil } }
    }

    private static func places(of words: String, in text: ArraySlice<UInt8>) -> [Int] {
        var found: [Int] = []
        let ended = text.map { CChar(bitPattern: $0) } + [0]
        words.withCString { wanted in
            ended.withUnsafeBufferPointer { buffer in
                guard let base = buffer.baseAddress else { return }
                var at = UnsafePointer(base)
                while let hit = strstr(at, wanted) {
                    found.append(text.startIndex + base.distance(to: hit))
                    at = UnsafePointer(hit + 1)
                }
            }
        }
        return found
    }
}
