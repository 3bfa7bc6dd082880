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
                $0.isPlain ? .doubtful("Mails go to the relay of this machine without encryption.") : .absent
            }
                ?? .absent
        case .smtpUsername: shown(relay?.username)
        case .authorityFile: authorityStanding
        case .allowLoopback:
            allowsLoopback
                ? .doubtful(
                    "Deliveries may go to loopback and private addresses: unset \(variable.rawValue) unless you need it."
                )
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
                "\(target) has no encryption, and so may only stand at a private address: write https.")
        }
        return .usable(shown: target.description)
    }

    private var relayStanding: SettingStanding {
        guard let relay else { return .absent }
        if relay.username == nil, secrets[.smtpPassword] != nil {
            return .unusable(
                "There is a password for the relay and no account: set \(Variable.smtpUsername.rawValue).")
        }
        return .usable(shown: relay.url)
    }

    private var authorityStanding: SettingStanding {
        guard let authorityFile else { return .absent }
        return access(authorityFile, R_OK) == 0
            ? .usable(shown: authorityFile)
            : .unusable("The file \(authorityFile) of RECOURS_CA_FILE cannot be read: check it.")
    }

    /// Half a provider delivers nothing.
    private func needed(_ variable: Variable, _ standing: SettingStanding) -> SettingStanding {
        guard standing == .absent, registeredMail.isBegun else { return standing }
        return .unusable("\(variable.rawValue) is missing: the provider needs it.")
    }

    private func standing(of secret: Secret, isNeeded: Bool) -> SettingStanding {
        switch SecretKeeper(secrets).fault(of: secret) {
        case nil: secret == .webhook ? webhookKeyStanding : .usable(shown: nil)
        case .notConfigured?:
            isNeeded ? .unusable("\(secret.setting) is missing: name the file of the secret.") : .absent
        case let fault?: .unusable(fault.description)
        }
    }

    /// - Source: Standard Webhooks asks for a key of 24 to 64 bytes.
    private var webhookKeyStanding: SettingStanding {
        let bytes = (try? SecretKeeper(secrets).bytes(of: .webhook).reveal().count) ?? 0
        return bytes < 24
            ? .doubtful("The secret of the webhook has fewer than 24 bytes: make a longer one.")
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
