/// How far a batch is, in one line that is written over again: for a person at a terminal.
struct ProgressLine {
    /// Nil when nobody knows.
    private let total: Int?
    private let isShown: Bool
    private let columns: Int
    private var drawn = ""

    /// - Parameter isShown: false writes nothing at all.
    init(total: Int?, isShown: Bool, columns: Int) {
        self.total = total
        self.isShown = isShown
        self.columns = columns
    }

    /// Cases between two drawings where the bar itself would not change.
    private static let stride = 25

    mutating func show(done: Int) {
        guard isShown, let text = text(done: done), text != drawn else { return }
        drawn = text
        Output.standardError("\r\u{1B}[K\(text)")
    }

    /// Takes the line away, before something else is written.
    mutating func clear() {
        guard !drawn.isEmpty else { return }
        drawn = ""
        Output.standardError("\r\u{1B}[K")
    }

    /// The line; nil when it is not worth drawing anew.
    func text(done: Int) -> String? {
        guard let total, total > 0 else { return done.isMultiple(of: Self.stride) ? "\(done)" : nil }
        let done = min(done, total)
        let percent = done * 100 / total
        guard done == total || done.isMultiple(of: Self.stride) || done * 100 % total < 100 else {
            return nil
        }
        let numbers = " \(percent) %  \(done)/\(total)"
        let width = max(10, min(columns - numbers.count - 3, 50))
        let filled = width * done / total
        return "[" + String(repeating: "#", count: filled) + String(repeating: " ", count: width - filled)
            + "]" + numbers
    }
}
