public import ContactRouting

/// One finding about the settings of a channel.
public struct Diagnostic: Hashable, Sendable {
    public enum Severity: String, Hashable, Sendable, CaseIterable {
        /// Usable as it is.
        case good
        /// Usable, but somebody should look.
        case warning
        /// The channel cannot deliver.
        case error
    }

    public let severity: Severity
    public let channel: ChannelName
    /// The setting concerned, such as `RECOURS_SMTP_URL`; nil when it is none in particular.
    public let setting: String?
    /// One sentence that says what to do, in both languages.
    ///
    /// Holds no secret.
    public let text: LocalText

    public init(_ severity: Severity, channel: ChannelName, setting: String? = nil, text: LocalText) {
        self.severity = severity
        self.channel = channel
        self.setting = setting
        self.text = text
    }
}
