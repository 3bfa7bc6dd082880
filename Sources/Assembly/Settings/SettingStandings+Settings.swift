import ChannelPluginKit
public import ContactRouting
import Glibc
import Logging
import RegisteredMail

extension SettingStandings {
    /// How these settings stand; secrets and the file of authorities are looked at when they are asked about.
    init(_ settings: Settings) {
        self.init { name in Settings.Variable(rawValue: name).map(settings.standing) ?? .absent }
    }
}

extension Settings {
    /// How a setting stands, without its value; of an address, only where it goes.
    fileprivate func standing(of variable: Variable) -> SettingStanding {
        switch variable {
        case .home: shown(home)
        case .directory: shown(directory)
        case .directoryOverlay: shown(directoryOverlay)
        case .log: shown(logLevel.rawValue)
        case .metricsFile: shown(metricsFile)
        case .mailFrom: mailFrom == nil ? .absent : .usable(shown: nil)
        case .smtpURL: relayStanding
        case .smtpTLS:
            relay.map {
                $0.isPlain
                    ? .doubtful(
                        LocalText(
                            french: "Les mails vont sans chiffrement au relais de cette machine.",
                            english: "Mails go to the relay of this machine without encryption.")) : .absent
            }
                ?? .absent
        case .smtpUsername: shown(relay?.username)
        case .authorityFile: authorityStanding
        case .allowLoopback:
            allowsLoopback
                ? .doubtful(
                    LocalText(
                        french:
                            "Les envois peuvent aller à des adresses privées ou de cette machine\u{A0}: retirez \(variable.rawValue) s’il ne sert pas.",
                        english:
                            "Deliveries may go to loopback and private addresses: unset \(variable.rawValue) unless you need it."
                    ))
                : .absent
        case .callbackURL: standing(of: callbackURL)
        case .webhookURL: standing(of: webhookURL)
        case .registeredMailURL: needed(variable, standing(of: registeredMail.url))
        case .registeredMailTokenURL: needed(variable, standing(of: registeredMail.tokenURL))
        case .registeredMailClient: needed(variable, shown(registeredMail.clientID))
        case .registeredMailUsername: shown(registeredMail.username)
        case .registeredMailPriceMax: shown(registeredMail.priceMax?.description)
        case .smtpPasswordFile: standing(of: .smtpPassword, isNeeded: relay?.username != nil)
        case .webhookSecretFile: standing(of: .webhook, isNeeded: webhookURL != nil)
        case .registeredMailClientSecretFile:
            standing(of: .registeredMailClient, isNeeded: registeredMail.isBegun)
        case .registeredMailPasswordFile:
            standing(of: .registeredMailPassword, isNeeded: registeredMail.username != nil)
        }
    }

    private func shown(_ text: String?) -> SettingStanding { text.map { .usable(shown: $0) } ?? .absent }

    private func standing(of target: HTTPTarget?) -> SettingStanding {
        guard let target else { return .absent }
        guard target.encrypted || allowsLoopback else {
            return .unusable(
                LocalText(
                    french:
                        "\(target) n’est pas chiffré, et ne peut donc être qu’une adresse privée\u{A0}: écrivez https.",
                    english:
                        "\(target) has no encryption, and so may only stand at a private address: write https."
                ))
        }
        return .usable(shown: target.description)
    }

    private var relayStanding: SettingStanding {
        guard let relay else { return .absent }
        if relay.username == nil, secrets[.smtpPassword] != nil {
            return .unusable(
                LocalText(
                    french:
                        "Il y a un mot de passe pour le relais, et pas de compte\u{A0}: réglez \(Variable.smtpUsername.rawValue).",
                    english:
                        "There is a password for the relay and no account: set \(Variable.smtpUsername.rawValue)."
                ))
        }
        return .usable(shown: relay.url)
    }

    private var authorityStanding: SettingStanding {
        guard let authorityFile else { return .absent }
        return access(authorityFile, R_OK) == 0
            ? .usable(shown: authorityFile)
            : .unusable(
                LocalText(
                    french:
                        "Le fichier \(authorityFile) de RECOURS_CA_FILE ne peut pas être lu\u{A0}: vérifiez-le.",
                    english: "The file \(authorityFile) of RECOURS_CA_FILE cannot be read: check it."))
    }

    /// Half a provider delivers nothing.
    private func needed(_ variable: Variable, _ standing: SettingStanding) -> SettingStanding {
        guard standing == .absent, registeredMail.isBegun else { return standing }
        return .unusable(
            LocalText(
                french: "\(variable.rawValue) manque\u{A0}: le prestataire en a besoin.",
                english: "\(variable.rawValue) is missing: the provider needs it."))
    }

    private func standing(of secret: Secret, isNeeded: Bool) -> SettingStanding {
        switch SecretKeeper(secrets).fault(of: secret) {
        case nil: secret == .webhook ? webhookKeyStanding : .usable(shown: nil)
        case .notConfigured?:
            isNeeded
                ? .unusable(
                    LocalText(
                        french: "\(secret.setting) manque\u{A0}: nommez le fichier du secret.",
                        english: "\(secret.setting) is missing: name the file of the secret.")) : .absent
        case let fault?:
            .unusable(
                LocalText(
                    french: "Le secret de \(secret.setting) ne peut pas être utilisé. \(fault.description)",
                    english: fault.description))
        }
    }

    /// - Source: Standard Webhooks asks for a key of 24 to 64 bytes.
    private var webhookKeyStanding: SettingStanding {
        let bytes = (try? SecretKeeper(secrets).bytes(of: .webhook).reveal().count) ?? 0
        return bytes < 24
            ? .doubtful(
                LocalText(
                    french: "Le secret du webhook a moins de 24 octets\u{A0}: faites-en un plus long.",
                    english: "The secret of the webhook has fewer than 24 bytes: make a longer one."))
            : .usable(shown: nil)
    }
}

extension RegisteredMailSettings {
    /// The provider as its plugin knows it; nil while nobody began to configure one.
    var provider: RegisteredMailProvider? {
        guard isBegun else { return nil }
        return RegisteredMailProvider(
            base: url, account: .registeredMail, priceMax: priceMax, missing: missing)
    }
}

extension Program {
    /// The settings without which a channel delivers nothing, and which are not set.
    public func missingSettings(of channel: ChannelName) -> [ChannelSetting] {
        let standings = SettingStandings(settings)
        return registry[channel]?.channels.first { $0.channel == channel }?.settings
            .filter { $0.required && standings[$0.name] == .absent } ?? []
    }
}
