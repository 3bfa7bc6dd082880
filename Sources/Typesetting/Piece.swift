internal import PDFWriting

/// A shaped word in a paragraph, and what follows it.
struct Piece {
    /// In the shape cache of `face`.
    var entry: Int
    var face: Face
    var follower: Follower
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
    var purpose: PageContent.Purpose
}
