/// A language of the program's texts.
public enum Language: String, Hashable, Sendable, Codable, CaseIterable {
    case french = "fr"
    case english = "en"
}
