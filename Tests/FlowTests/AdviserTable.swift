import Foundation
import Testing

/// One moment of one case of the adviser's table, with what a competent adviser expects and why.
///
/// The table stands in `Cases/Adviser/*.txt`; `Cases/Adviser/README.md` says how to read and write it.
struct AdviserRow: Sendable, CustomTestStringConvertible {
    /// One thing that the decision must show: a word, and what it is about.
    struct Expectation: Sendable {
        let word: String
        let arguments: [String]
    }

    let name: String
    let place: String
    /// The case as the program reads it.
    let json: [UInt8]
    /// What the case says, as `path` and `value`.
    let facts: [String: String]
    let moment: String
    let expectations: [Expectation]
    let because: String

    var testDescription: String { "\(name) \(moment)" }

    func arguments(of words: Set<String>) -> [[String]] {
        expectations.filter { words.contains($0.word) }.map(\.arguments)
    }
}

/// Reads the adviser's table.
enum AdviserTable {
    struct Fault: Error, CustomStringConvertible {
        let description: String
    }

    static let folder = "Tests/FlowTests/Cases/Adviser"

    static let rows: [AdviserRow] = {
        do {
            let files = try FileManager.default.contentsOfDirectory(
                atPath: Repository.root.appending(path: folder).path)
            return try files.filter { $0.hasSuffix(".txt") }.sorted().flatMap(rows(of:))
        } catch {
            preconditionFailure("the adviser's table cannot be read: \(error)")
        }
    }()

    private static func rows(of file: String) throws -> [AdviserRow] {
        let text = String(decoding: try Repository.bytes("\(folder)/\(file)"), as: UTF8.self)
        var rows: [AdviserRow] = []
        var open = Block()
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let words = line.split(separator: " ").map(String.init)
            guard let first = words.first else {
                rows += try open.rows(in: file)
                open = Block()
                continue
            }
            switch first {
            case "#": continue
            case "case": open.name = words.dropFirst().joined(separator: " ")
            case "facts": open.facts += words.dropFirst()
            case "past": open.past.append(Array(words.dropFirst()))
            case "at": open.moments.append((number + 1, Array(words.dropFirst())))
            case "because": open.because = words.dropFirst().joined(separator: " ")
            default: throw Fault(description: "\(file):\(number + 1): unknown word \(first)")
            }
        }
        return rows + (try open.rows(in: file))
    }
}

/// The lines of one case of the table.
private struct Block {
    var name = ""
    var facts: [String] = []
    var past: [[String]] = []
    var moments: [(line: Int, words: [String])] = []
    var because = ""

    func rows(in file: String) throws -> [AdviserRow] {
        if name.isEmpty, facts.isEmpty, moments.isEmpty { return [] }
        guard !name.isEmpty, !facts.isEmpty, !moments.isEmpty, !because.isEmpty else {
            throw AdviserTable.Fault(
                description: "\(file): the case \(name) lacks facts, a moment or a reason")
        }
        let stated = try CaseWords.facts(facts)
        let json = try CaseWords.json(stated, past: past)
        return try moments.map { line, words in
            let clauses = words.dropFirst().joined(separator: " ").split(separator: ";")
            guard let moment = words.first, !clauses.isEmpty else {
                throw AdviserTable.Fault(description: "\(file):\(line): a moment without expectations")
            }
            return AdviserRow(
                name: name, place: "\(file):\(line)", json: json, facts: stated,
                moment: CaseWords.moment(moment),
                expectations: clauses.map { clause in
                    let words = clause.split(separator: " ").map(String.init)
                    return .init(word: words.first ?? "", arguments: Array(words.dropFirst()))
                }, because: because)
        }
    }
}
