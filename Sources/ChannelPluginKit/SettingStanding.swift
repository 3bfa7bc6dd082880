public import ContactRouting

/// How a setting stands, without its value.
public enum SettingStanding: Hashable, Sendable {
    case absent
    /// Usable; with what may be shown of it, such as `https://mail.example`.
    case usable(shown: String?)
    /// Usable, but somebody should look; with one sentence that says at what.
    case doubtful(LocalText)
    /// Not usable; with one sentence that says why.
    case unusable(LocalText)
}

/// What the program knows about its settings: a plugin learns how they stand, and never what they hold.
public struct SettingStandings: Sendable {
    private let standing: @Sendable (String) -> SettingStanding

    /// - Parameter standing: how the setting of this name stands at the moment it is asked.
    public init(_ standing: @escaping @Sendable (String) -> SettingStanding) { self.standing = standing }

    /// Nothing is configured.
    public static let none = SettingStandings { _ in .absent }

    public subscript(name: String) -> SettingStanding { standing(name) }

    /// One finding for each setting of a channel that says anything: what is set, what is missing, what cannot be used.
    public func findings(for channel: ChannelDescriptor) -> [Diagnostic] {
        channel.settings.compactMap { setting in
            switch self[setting.name] {
            case .usable(let shown):
                Diagnostic(
                    .good, channel: channel.channel, setting: setting.name,
                    text: LocalText(
                        french: "\(setting.name) est réglé\(shown.map { "\u{A0}: \($0)" } ?? "").",
                        english: "\(setting.name) is set\(shown.map { ": \($0)" } ?? "")."))
            case .doubtful(let text):
                Diagnostic(.warning, channel: channel.channel, setting: setting.name, text: text)
            case .unusable(let text):
                Diagnostic(.error, channel: channel.channel, setting: setting.name, text: text)
            case .absent:
                setting.required
                    ? Diagnostic(
                        .warning, channel: channel.channel, setting: setting.name,
                        text: LocalText(
                            french: "\(setting.name) n’est pas réglé, et sans lui rien n’est envoyé.",
                            english:
                                "\(setting.name) is not set, and without it nothing is delivered. \(setting.purpose)"
                        ))
                    : nil
            }
        }
    }
}
