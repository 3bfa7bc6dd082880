/// A language of the program's texts.
public enum Language: String, Hashable, Sendable, CaseIterable {
    case french = "fr"
    case english = "en"
}
