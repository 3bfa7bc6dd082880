public import ContactRouting

/// Everything that can go wrong when a delivery is prepared or a plugin is set up.
///
/// Texts of the person never stand in a case: a field is named, its content is not shown.
public enum ChannelError: Error, Hashable, Sendable {
    /// Facts or settings the channel cannot do without, all of them at once.
    case missing(channel: ChannelName, fields: [RequestField])
    /// Something does not fit. Nothing is cut.
    case overLimit(field: RequestField, actual: Int, max: Int, unit: LimitUnit)
    /// A field has content the medium cannot carry, such as a line break in a header.
    case unusable(field: RequestField, reason: String)
    /// Two plugins claim one channel.
    case servedTwice(ChannelName)
    /// The plugin was asked for a channel of another plugin.
    case notServed(ChannelName)
    /// The plugin cannot read this kind of event.
    case eventNotUnderstood(ChannelName)
    /// No secret of this name is configured.
    case secretUnknown(SecretName)
    /// The secret of this name cannot be used: unreadable, or open to others.
    case secretUnusable(SecretName, reason: String)
    /// The checkpoint could not be stored, so the next step must not be taken.
    case checkpointNotStored
    /// The plugin could not build its files.
    case preparationFailed(channel: ChannelName, reason: String)
}

/// What a limit counts.
public enum LimitUnit: String, Hashable, Sendable, CaseIterable {
    case bytes, characters, lines, pages, parts, files
}

/// Names a fact or setting as the case file and the configuration spell it, such as `consumer.phone`.
public struct RequestField: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// What is missing in a field that may be there already.
    public enum Part: Hashable, Sendable, CaseIterable {
        /// The sum or the share that is asked for.
        case sum
    }

    public let path: String
    /// Nil when the whole field is meant.
    public let part: Part?

    public init(_ path: String, part: Part? = nil) {
        self.path = path
        self.part = part
    }

    public init(stringLiteral path: String) { self.init(path) }

    public var description: String {
        switch part {
        case nil: path
        case .sum: "\(path) with the sum that is asked for"
        }
    }
}

extension ChannelError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .missing(let channel, let fields):
            "The channel \(channel) needs more: give \(fields.map(\.description).joined(separator: ", "))."
        case .overLimit(let field, let actual, let max, let unit):
            "\(field) has \(actual) \(unit.rawValue), and at most \(max) are allowed: shorten it."
        case .unusable(let field, let reason):
            "\(field) cannot be used: \(reason.endedOnce)"
        case .servedTwice(let channel):
            "Two plugins serve the channel \(channel): remove one of them from the list of built-in plugins."
        case .notServed(let channel):
            "The plugin does not serve the channel \(channel): ask the plugin that describes it."
        case .eventNotUnderstood(let channel):
            "The plugin for \(channel) cannot read this kind of event: read it and add what happened to the history of the case."
        case .secretUnknown(let name):
            "No secret named \(name) is configured: set its file in the configuration."
        case .secretUnusable(let name, let reason):
            "The secret \(name) cannot be used: \(reason.endedOnce)"
        case .checkpointNotStored:
            "The delivery's checkpoint could not be stored, so the next step was not taken: free space and try again."
        case .preparationFailed(let channel, let reason):
            "The files for \(channel) could not be made: \(reason.endedOnce)"
        }
    }
}

extension String {
    /// With one full stop, whether or not the sentence of another error brought its own.
    fileprivate var endedOnce: String { hasSuffix(".") ? self : self + "." }
}
