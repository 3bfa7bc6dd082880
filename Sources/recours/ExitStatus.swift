import Glibc

/// How the program ends: the contract with scripts.
///
/// - Source: docs/command-line.md.
enum ExitStatus: Int32, Sendable {
    case done = 0
    /// Refused, or no channel.
    case refused = 1
    /// Wrong use or bad input.
    case wrongUse = 2
    /// The outcome is unknown: a person must look.
    case outcomeUnknown = 3
    /// A needed service is not there.
    case unavailable = 69
    /// Stored, and tried again by `run`.
    case storedForLater = 75
    /// Bad configuration.
    case configuration = 78

    /// The code of an error that has no closer one.
    var code: String {
        switch self {
        case .done: "done"
        case .refused: "refused"
        case .wrongUse: "wrong-use"
        case .outcomeUnknown: "outcome-unknown"
        case .unavailable: "unavailable"
        case .storedForLater: "stored-for-later"
        case .configuration: "configuration"
        }
    }
}

/// Ends the program.
func leave(_ status: ExitStatus) -> Never { exit(status.rawValue) }
