/// Something that speaks one of the program's languages: both texts stand side by side, so that neither is forgotten.
public protocol Bilingual {
    var language: Language { get }

    /// A French text as it is said; by default as it is written.
    func typed(french text: String) -> String
}

extension Bilingual {
    public func typed(french text: String) -> String { text }

    /// The text in this language; the other one is never made.
    @inlinable
    public func say(_ french: @autoclosure () -> String, _ english: @autoclosure () -> String) -> String {
        switch language {
        case .french: typed(french: french())
        case .english: english()
        }
    }
}
