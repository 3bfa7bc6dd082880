/// The layer of every target, as `docs/architecture.md` states it.
///
/// The page is the only place where layers are written down; the test reads the fenced block `layers` from it.
/// A row is: layer, target, and the C modules whose door the target is. `Plugins/*` stands for every target
/// whose folder is in `Plugins/`.
struct LayerTable {
    struct Row: Hashable {
        let layer: Int
        let name: String
        let opensDoorTo: [String]
    }

    enum Fault: Error, Hashable {
        case blockMissing
        case malformedRow(line: String)
        case namedTwice(String)
    }

    static let pluginsRow = "Plugins/*"

    private let rows: [String: Row]

    /// C modules that some row opens.
    let cModules: Set<String>

    init(_ rows: [Row]) throws(Fault) {
        var byName: [String: Row] = [:]
        for row in rows {
            guard byName.updateValue(row, forKey: row.name) == nil else { throw .namedTwice(row.name) }
        }
        self.rows = byName
        cModules = Set(rows.flatMap(\.opensDoorTo))
    }

    /// Reads the block that starts with a fence named `layers`.
    init(parsing markdown: String) throws(Fault) {
        let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)
        guard let start = lines.firstIndex(of: "```layers") else { throw .blockMissing }
        let block = lines[lines.index(after: start)...]
        guard let end = block.firstIndex(of: "```") else { throw .blockMissing }
        var rows: [Row] = []
        for line in block[..<end] where !line.isEmpty {
            let words = line.split(separator: " ").map(String.init)
            guard words.count >= 2, let layer = Int(words[0]) else { throw .malformedRow(line: String(line)) }
            rows.append(Row(layer: layer, name: words[1], opensDoorTo: Array(words.dropFirst(2))))
        }
        try self.init(rows)
    }

    /// The row that speaks about a target, or nil when the table does not know it.
    func row(for target: TargetShape) -> Row? {
        target.isPlugin ? rows[Self.pluginsRow] : rows[target.name]
    }
}
