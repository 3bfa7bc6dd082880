public import ContactRouting
public import CurlTransport
public import Logging
import Observability

/// What the environment and the configuration file say, read once and checked.
///
/// Environment variables outrank the file. Of a secret only the place stands here: it is read where it is needed, and
/// never kept.
public struct Settings: Hashable, Sendable {
    /// The state folder; nil when neither it nor a home folder is named.
    public var home: String?
    /// A `channels.json` other than the shipped one.
    public var directory: String?
    /// Entries that replace those of the same identifier.
    public var directoryOverlay: String?
    /// The address mails are sent from, when it is not the person's own.
    public var mailFrom: EmailAddress?
    /// The relay that takes mails.
    public var relay: RelaySettings?
    /// Certificate authorities in PEM that replace the system's.
    public var authorityFile: String?
    /// True when deliveries may go to loopback and private addresses.
    public var allowsLoopback = false
    /// Where callback requests are posted.
    public var callbackURL: HTTPTarget?
    /// The person's own system, which takes cases.
    public var webhookURL: HTTPTarget?
    /// What is less important is left out of the log.
    public var logLevel = Logger.Level.warning
    /// Where the worker writes its numbers for Prometheus; nil writes none.
    public var metricsFile: String?
    /// The provider that prints and posts registered letters.
    public var registeredMail = RegisteredMailSettings()
    /// Where each secret is kept, of those that are configured.
    public var secrets: [Secret: SecretSource] = [:]

    public init() {}

    /// The names that are read, in the order of the documentation.
    public static let names = Variable.names

    /// Where deliveries may go.
    public var addressRule: AddressRule { allowsLoopback ? .publicAndPrivate : .publicOnly }

    /// Reads the file, then the environment.
    ///
    /// - Parameters:
    ///   - file: the file that the person named; without one, `recours.json` of the working folder when it is there.
    ///   - environment: `RECOURS_…`, and `CREDENTIALS_DIRECTORY` of systemd.
    /// - Throws: `SettingsError` for an unknown key or an unusable value; `exit` status 78.
    public init(file: String?, environment: [String: String]) throws(SettingsError) {
        self.init()
        home = Self.defaultHome(environment)
        var values = try SettingsFile.values(of: file)
        // A variable of another program is not ours to judge.
        for (name, value) in environment where !value.isEmpty {
            if let variable = Variable(rawValue: name) { values[variable] = value }
        }
        for variable in Variable.allCases {
            if let value = values[variable] { try take(variable, value) }
        }
        secrets = SecretSource.all(values, credentials: environment["CREDENTIALS_DIRECTORY"])
        try takeRelay(values)
    }

    private mutating func take(_ variable: Variable, _ value: String) throws(SettingsError) {
        switch variable {
        case .home: home = value
        case .directory: directory = value
        case .directoryOverlay: directoryOverlay = value
        case .mailFrom:
            do { mailFrom = try EmailAddress(parsing: value) } catch {
                throw .unusable(name: variable.rawValue, reason: error.description)
            }
        case .authorityFile: authorityFile = value
        case .allowLoopback: allowsLoopback = try Self.flag(variable, value)
        case .callbackURL: callbackURL = try Self.target(variable, value)
        case .webhookURL: webhookURL = try Self.target(variable, value)
        case .log: logLevel = try Self.level(variable, value)
        case .metricsFile: metricsFile = value
        case .registeredMailURL: registeredMail.url = try Self.target(variable, value)
        case .registeredMailTokenURL: registeredMail.tokenURL = try Self.target(variable, value)
        case .registeredMailClient: registeredMail.clientID = try Self.name(variable, value)
        case .registeredMailUsername: registeredMail.username = try Self.name(variable, value)
        case .registeredMailPriceMax: registeredMail.priceMax = try Self.price(variable, value)
        case .smtpURL, .smtpTLS, .smtpUsername:
            // Taken together, since each is judged by the others.
            return
        case .smtpPasswordFile, .webhookSecretFile, .registeredMailClientSecretFile,
            .registeredMailPasswordFile:
            // The places of secrets are taken together, with what systemd hands in.
            return
        }
    }

    private mutating func takeRelay(_ values: [Variable: String]) throws(SettingsError) {
        guard let url = values[.smtpURL] else { return }
        let relay = RelaySettings(
            url: url, isPlain: try Self.isPlain(values[.smtpTLS]),
            username: try values[.smtpUsername].map { name throws(SettingsError) in
                try Self.name(.smtpUsername, name)
            })
        do throws(TransportError) {
            _ = try relay.relay(credentials: nil, authorityFile: authorityFile, rule: addressRule)
        } catch {
            throw .unusable(name: Variable.smtpURL.rawValue, reason: error.description)
        }
        self.relay = relay
    }

    private static func isPlain(_ text: String?) throws(SettingsError) -> Bool {
        switch text {
        case nil, "required": false
        case "none": true
        case _?:  // tidy-allow: a text, not an enum of ours
            throw .unusable(
                name: Variable.smtpTLS.rawValue,
                reason: "write required, or none for a relay on this machine.")
        }
    }

    private static func flag(_ variable: Variable, _ value: String) throws(SettingsError) -> Bool {
        switch value {
        case "1": true
        case "0": false
        default:  // tidy-allow: a text, not an enum of ours
            throw .unusable(name: variable.rawValue, reason: "write 1 or 0.")
        }
    }

    private static func level(_ variable: Variable, _ value: String) throws(SettingsError) -> Logger.Level {
        guard let level = Logger.Level(setting: value) else {
            throw .unusable(
                name: variable.rawValue,
                reason: "write one of \(Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")).")
        }
        return level
    }

    private static func target(_ variable: Variable, _ value: String) throws(SettingsError) -> HTTPTarget {
        guard let target = HTTPTarget(parsing: value) else {
            throw .unusable(
                name: variable.rawValue,
                reason: "write a web address in full, such as https://example.com/calls.")
        }
        return target
    }

    private static func name(_ variable: Variable, _ value: String) throws(SettingsError) -> String {
        guard (1...200).contains(value.utf8.count), value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F })
        else {
            throw .unusable(name: variable.rawValue, reason: "write one line of at most 200 bytes.")
        }
        return value
    }

    private static func price(_ variable: Variable, _ value: String) throws(SettingsError) -> Money {
        guard let price = try? Money(parsing: value, currency: .euro) else {
            throw .unusable(name: variable.rawValue, reason: "write euros and cents, such as 12.00.")
        }
        return price
    }
}
