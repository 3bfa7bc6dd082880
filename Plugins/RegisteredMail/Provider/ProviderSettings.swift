internal import ContactRouting

/// The settings of the provider.
enum ProviderSettings {
    /// - Parameter isRequired: true once a provider is configured, wholly or in part.
    static func all(isRequired: Bool) -> [ChannelSetting] {
        [
            setting("URL", "Where the provider's interface begins.", isRequired),
            setting("TOKEN_URL", "Where it gives out tokens.", isRequired),
            setting("CLIENT_ID", "The name of the account at the provider.", isRequired),
            setting("CLIENT_SECRET_FILE", "A file with the secret of the account.", isRequired, secret: true),
            setting("USERNAME", "The user, where the provider asks for one.", false),
            setting("PASSWORD_FILE", "A file with the user's password.", false, secret: true),
            setting("PRICE_MAX", "The most that one letter may cost, in euros.", false),
        ]
    }

    private static func setting(
        _ name: String, _ purpose: String, _ required: Bool, secret: Bool = false
    ) -> ChannelSetting {
        ChannelSetting(
            name: "RECOURS_REGISTERED_MAIL_\(name)", purpose: purpose, required: required, secret: secret)
    }
}
