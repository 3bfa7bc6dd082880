/// One use of a target by another one, and where it is written.
struct Edge: Hashable {
    let from: String
    let to: String
    /// `Package.swift`, or a source file with its line.
    let place: String
}

/// Finds the modules that a Swift source imports.
enum ImportScan {
    /// Every `import` in `source`, with its line (from 1).
    ///
    /// Knows attributes (`@testable`), access levels, scoped imports (`import struct Foo.Bar`), submodules and
    /// several statements on one line. An `import` inside `#if` counts: it is compiled somewhere.
    static func imports(in source: String) -> [(module: String, line: Int)] {
        var found: [(module: String, line: Int)] = []
        let lines = source.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() {
            for statement in line.split(separator: ";") {
                guard let module = module(importedBy: statement) else { continue }
                found.append((module, index + 1))
            }
        }
        return found
    }

    private static func module(importedBy statement: Substring) -> String? {
        let pattern =
            #/
            ^\s*(?:@\w+(?:\([^)]*\))?\s+)*
            (?:(?:public|package|internal|fileprivate|private)\s+)?
            import\s+
            (?:(?:struct|class|enum|protocol|func|var|let|typealias)\s+)?
            `?(\w+)
            /#
        return statement.firstMatch(of: pattern).map { String($0.1) }
    }
}
