/// What can be wrong with the configuration.
public enum SettingsError: Error, Hashable, Sendable {
    case unreadable(FileFault)
    case malformed(path: String, reason: String)
    case unknown(name: String, nearest: String?)
    case unusable(name: String, reason: String)
}

extension SettingsError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unreadable(let fault): fault.description
        case .malformed(let path, let reason): "The configuration \(path) cannot be read: \(reason)"
        case .unknown(let name, let nearest?): "There is no setting \(name): did you mean \(nearest)?"
        case .unknown(let name, nil):
            "There is no setting \(name): use one of \(Settings.Variable.names.joined(separator: ", "))."
        case .unusable(let name, let reason): "The setting \(name) cannot be used: \(reason)"
        }
    }
}
