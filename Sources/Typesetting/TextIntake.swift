/// Checks text from outside and brings it into one form: NFC, with one kind of ordinary space.
///
/// Nothing is dropped or replaced silently except spaces for spaces.
struct TextIntake {
    private(set) var scalars: [StyledScalar] = []
    /// Whether a character is written from right to left.
    private(set) var isBidirectional = false

    mutating func clear() {
        scalars.removeAll(keepingCapacity: true)
        isBidirectional = false
    }

    mutating func addLineBreak() {
        scalars.append(StyledScalar(value: StyledScalar.lineFeed, face: .regular))
    }

    /// Adds text in one face.
    ///
    /// - Throws: `TypesettingError` for control characters, invisible characters and marks that cannot be set, with
    ///   `label`.
    mutating func add(_ text: String, face: Face, label: String) throws(TypesettingError) {
        let start = scalars.count
        var isComposed = true
        for scalar in text.unicodeScalars {
            let value = scalar.value
            switch TextClass(of: value) {
            case .plain: break
            case .maybeDecomposed: isComposed = false
            case .space:
                scalars.append(StyledScalar(value: StyledScalar.space, face: face))
                continue
            case .control: throw .controlCharacter(scalar, label: label)
            case .invisible: throw .invisibleCharacter(scalar, label: label)
            case .rightToLeft: (isBidirectional, isComposed) = (true, false)
            }
            scalars.append(StyledScalar(value: value, face: face))
        }
        guard !isComposed else { return }
        let composed = try Composition.compose(scalars[start...].map(\.value), label: label)
        scalars.removeSubrange(start...)
        for value in composed { scalars.append(StyledScalar(value: value, face: face)) }
    }
}
