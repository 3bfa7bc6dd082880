/// On what a statement of the decision stands.
public enum Grounds: Hashable, Sendable, Codable {
    case law(Citation)
    /// The directory's source of the channel, or of one of its conditions.
    indirect case directory(Source)
    /// A policy or an estimate of the program's own; it says so.
    case editorial
    /// What the person said.
    case caseFacts
}
