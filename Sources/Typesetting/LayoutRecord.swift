/// Where every line of a document stands, for people and tests to read.
///
/// - Unit: tenths of a millimetre, from the upper left corner of the page.
public struct LayoutRecord: Hashable, Sendable {
    public struct Line: Hashable, Sendable {
        public var x: Int
        /// Of the baseline.
        public var y: Int
        public var width: Int
        public var text: String
    }

    public struct Page: Hashable, Sendable {
        public var lines: [Line]
        public var pictures: [Rectangle] = []
    }

    /// A rectangle, with its edges.
    public struct Rectangle: Hashable, Sendable {
        public var left: Int
        public var top: Int
        public var right: Int
        public var bottom: Int
    }

    public var width: Int
    public var height: Int
    /// The part of the first page that a window envelope shows; nil when the document has no recipient.
    public var window: Rectangle?
    /// How far down the fold marks of the first page are.
    public var foldMarks: [Int]
    public var pages: [Page]
}

extension LayoutRecord: CustomStringConvertible {
    /// One line of text for each line: `x y width |text|`.
    public var description: String {
        var text = "page size \(width) x \(height)\n"
        if let window {
            text += "window \(window.left)...\(window.right) x \(window.top)...\(window.bottom)\n"
        }
        if !foldMarks.isEmpty { text += "fold marks \(foldMarks.map(String.init).joined(separator: " "))\n" }
        for (index, page) in pages.enumerated() {
            text += "page \(index + 1)\n"
            for line in page.lines {
                text += "\(Self.pad(line.x)) \(Self.pad(line.y)) \(Self.pad(line.width)) |\(line.text)|\n"
            }
            for edges in page.pictures {
                text += "picture \(edges.left)...\(edges.right) x \(edges.top)...\(edges.bottom)\n"
            }
        }
        return text
    }

    private static func pad(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: " ", count: max(0, 4 - digits.utf8.count)) + digits
    }
}
