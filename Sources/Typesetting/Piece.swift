internal import PDFWriting

/// A shaped word in a paragraph, and what follows it.
struct Piece {
    /// In the shape cache of `face`.
    var entry: Int
    var face: Face
    var follower: Follower
    /// The direction of the word; odd ones run from right to left.
    var level: UInt8
    /// The direction of what follows.
    var gapLevel: UInt8
    /// As the cache has it, in 1/1000 em.
    var width: Int32
    var kernAfterSpace: Int16
    var kernBeforeSpace: Int16

    var isRightToLeft: Bool { level & 1 == 1 }

    /// What this word and the one after the space take or give together, 1/1000 em.
    func kern(before next: Piece) -> Int { Int(kernBeforeSpace) + Int(next.kernAfterSpace) }
}

/// What stands between a word and the next.
enum Follower {
    /// Nothing: the style changes inside a word.
    case join
    case space
    case noBreakSpace
    case narrowNoBreakSpace
    /// Nothing; a line may end here, after a hyphen that is part of the word.
    case afterHyphen
    /// Nothing, or a hyphen when the line ends here.
    case softHyphen
    /// Nothing; a word too wide for a line may be broken here.
    case anywhere
    /// The line ends here.
    case lineEnd
}

/// A line of text that knows everything but its height on the page.
struct SetLine {
    /// In the setter's list.
    var pieces: Range<Int>
    var x: Length
    var size: Length
    /// As it will stand, in 1/1000 em.
    var width: Int
    /// What is shared among the gaps, in 1/1000 em; less than 0 when they shrink.
    var slack: Int
    var gaps: Int
    /// Whether a space is shown at the end, so that text read aloud or copied does not run together.
    var endsWithSpace: Bool
    /// Whether a part of the line runs from right to left.
    var isBidirectional = false
    var purpose: PageContent.Purpose
}
