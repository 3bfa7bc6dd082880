/// Names an indirect object of one PDF file; 1 or more.
struct ObjectNumber: Hashable, Sendable {
    let value: Int
    init(_ value: Int) { self.value = value }

    static func + (lhs: ObjectNumber, offset: Int) -> ObjectNumber { ObjectNumber(lhs.value + offset) }
}

/// Where a reader finds an object.
enum ObjectPlace: Hashable, Sendable {
    /// Bytes from the start of the file.
    case offset(Int)
    /// In an object stream, as its `index`th object.
    case inStream(ObjectNumber, index: Int)
    /// The number is not in use.
    case free
}
