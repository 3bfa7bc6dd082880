/// How wide the columns of a table are.
///
/// On paper and as plain text alike; only the unit differs.
enum TableColumns {
    /// Gives each column what its widest cell needs, as long as there is room.
    ///
    /// Columns that need less than an equal share get what they need; the others share the rest equally. What nobody
    /// needs stays empty on the right.
    ///
    /// - Parameters:
    ///   - needs: what each column needs without a broken line.
    ///   - room: for all of them, without the gaps between them.
    /// - Complexity: O(columns²).
    static func widths(needs: [Int], room: Int) -> [Int] {
        var widths = needs
        var open = Array(needs.indices)
        var left = room
        while !open.isEmpty {
            let share = max(1, left / open.count)
            let modest = open.filter { needs[$0] <= share }
            guard !modest.isEmpty else {
                for column in open { widths[column] = share }
                return widths
            }
            left -= modest.reduce(0) { $0 + needs[$1] }
            open.removeAll { needs[$0] <= share }
        }
        return widths
    }
}
