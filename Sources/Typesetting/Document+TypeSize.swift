internal import PDFWriting

/// The measures of a size of type.
struct TypeMeasures {
    let size: Length
    let leading: Length

    /// Space between blocks shrinks with the lines.
    func scaled(_ space: Length) -> Length {
        Length(centipoints: space.centipoints * leading.centipoints / PageFormat.leading.centipoints)
    }
}

extension Document.TypeSize {
    /// - Parameter isReduced: whether letters are set a little smaller; the other sizes are small enough.
    func measures(isReduced: Bool) -> TypeMeasures {
        switch self {
        case .letter:
            isReduced
                ? TypeMeasures(size: PageFormat.reducedSize, leading: PageFormat.reducedLeading)
                : TypeMeasures(size: PageFormat.bodySize, leading: PageFormat.leading)
        case .small: TypeMeasures(size: Length(centipoints: 950), leading: Length(centipoints: 1200))
        case .smallest: TypeMeasures(size: Length(centipoints: 850), leading: Length(centipoints: 1050))
        }
    }
}
