internal import PDFWriting

/// The measures of each size of type.
extension Document.TypeSize {
    var size: Length {
        switch self {
        case .letter: PageFormat.bodySize
        case .small: Length(centipoints: 950)
        case .smallest: Length(centipoints: 850)
        }
    }

    var leading: Length {
        switch self {
        case .letter: PageFormat.leading
        case .small: Length(centipoints: 1200)
        case .smallest: Length(centipoints: 1050)
        }
    }

    /// Space between blocks shrinks with the lines; room for a signature does not.
    func scaled(_ space: Length) -> Length {
        guard space <= .points(21) else { return space }
        return Length(centipoints: space.centipoints * leading.centipoints / PageFormat.leading.centipoints)
    }
}
